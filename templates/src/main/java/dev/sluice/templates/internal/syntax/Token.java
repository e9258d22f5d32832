package dev.sluice.templates.internal.syntax;

import dev.sluice.templates.internal.syntax.Expression.Call;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of the source: text between tags, or a tag. */
sealed interface Token {

    /** Text that is written as it is. */
    record Words(String text) implements Token {}

    /**
     * A tag.
     *
     * @param call what it names; null for comments and a plain else
     * @param parameters the names between bars
     * @param trimBefore a {@code ~} at its beginning
     * @param trimAfter a {@code ~} at its end
     * @param indent the white space before a partial that stands alone on its line
     */
    record Tag(
            Kind kind,
            @Nullable Call call,
            List<String> parameters,
            boolean trimBefore,
            boolean trimAfter,
            String indent,
            int offset)
            implements Token {

        Tag indented(String by) {
            return new Tag(kind, call, parameters, trimBefore, trimAfter, by, offset);
        }
    }

    /** What a tag does. */
    enum Kind {
        PRINT,
        PRINT_RAW,
        OPEN,
        OPEN_INVERSE,
        OPEN_RAW,
        OPEN_INLINE,
        OPEN_PARTIAL,
        ELSE,
        ELSE_CHAIN,
        CLOSE,
        PARTIAL,
        COMMENT;

        /** Whether a tag of this kind takes its line away when nothing else stands on it. */
        boolean mayStandAlone() {
            return this != PRINT && this != PRINT_RAW;
        }

        boolean opens() {
            return this == OPEN
                    || this == OPEN_INVERSE
                    || this == OPEN_RAW
                    || this == OPEN_INLINE
                    || this == OPEN_PARTIAL;
        }
    }
}
