package dev.sluice.database;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The name of a table or column: letters, digits and underscores, so that it can be quoted without thought.
 *
 * @param name as written; a table's may have a schema before it
 */
record Identifier(String name) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}");
    private static final Pattern WITH_SCHEMA = Pattern.compile("(" + PLAIN.pattern() + "\\.){0,2}" + PLAIN.pattern());
    private static final String RULE =
            "a name begins with a letter and has letters, digits and underscores, 63 at most";

    /** @throws InvalidSettingException when it is none */
    static Identifier column(String name, String pointer) {
        if (!PLAIN.matcher(name).matches()) {
            throw new InvalidSettingException(pointer, "this cannot be the name of a column: " + RULE);
        }
        return new Identifier(name);
    }

    /** A table, also {@code schema.table}. */
    static Identifier table(String name, String pointer) {
        if (!WITH_SCHEMA.matcher(name).matches()) {
            throw new InvalidSettingException(pointer, "this cannot be the name of a table: " + RULE);
        }
        return new Identifier(name);
    }

    /** The name in quotes as {@code spelling} wants it. */
    String quoted(Spelling spelling) {
        return Arrays.stream(name.split("\\."))
                .map(part -> spelling.quote() + spelling.folded(part) + spelling.quote())
                .collect(Collectors.joining("."));
    }

    /**
     * How a database writes names.
     *
     * @param quote what stands around a name
     */
    record Spelling(String quote, Folding folding) {
        /** That of a database; with {@code exact} names are taken as they are written. */
        static Spelling of(DatabaseMetaData database, boolean exact) throws SQLException {
            String quote = String.valueOf(database.getIdentifierQuoteString()).strip();
            Folding folding = exact
                    ? Folding.NONE
                    : database.storesUpperCaseIdentifiers()
                            ? Folding.UPPER
                            : database.storesLowerCaseIdentifiers() ? Folding.LOWER : Folding.NONE;
            return new Spelling(quote, folding);
        }

        String folded(String name) {
            return switch (folding) {
                case UPPER -> name.toUpperCase(Locale.ROOT);
                case LOWER -> name.toLowerCase(Locale.ROOT);
                case NONE -> name;
            };
        }
    }

    /** What becomes of names that were made without quotes. */
    enum Folding {
        UPPER,
        LOWER,
        NONE
    }
}
