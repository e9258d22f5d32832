package dev.sluice.rules.internal.expression;

import dev.sluice.rules.ExpressionException;
import dev.sluice.types.Layout;
import dev.sluice.types.Section;
import java.util.Locale;
import java.util.Set;

/**
 * Which names a path may be made of. Paths read lead data and nothing else, so none of this could reach Java; a name that
 * looks as if it should is refused all the same, because its author means something that will not happen.
 */
final class Names {
    private static final Set<String> RESERVED = Set.of(
            "new",
            "this",
            "def",
            "function",
            "import",
            "import_static",
            "while",
            "until",
            "for",
            "foreach",
            "if",
            "else",
            "do",
            "with",
            "return",
            "var",
            "proto",
            "instanceof",
            "is",
            "isdef",
            "strsim",
            "soundslike",
            "convertable_to",
            "empty",
            "nil",
            "untyped",
            "assert",
            "switch",
            "case",
            "throw",
            "try",
            "catch",
            "class",
            "interface",
            "struct",
            "static",
            "int",
            "long",
            "double",
            "float",
            "boolean",
            "char",
            "byte",
            "short",
            "void",
            "super",
            "package");
    /** In small letters; refused in any. */
    private static final Set<String> OF_JAVA = Set.of(
            "class",
            "getclass",
            "classloader",
            "declaringclass",
            "superclass",
            "metaclass",
            "protectiondomain",
            "hashcode",
            "equals",
            "tostring",
            "clone",
            "finalize",
            "notify",
            "notifyall",
            "wait",
            "forname",
            "newinstance",
            "invoke",
            "exec",
            "exit",
            "constructor",
            "prototype");

    private static final Set<String> SIGNS = Set.of("and", "or", "not", "in", "contains");
    private static final Set<String> PACKAGES =
            Set.of("java", "javax", "jakarta", "jdk", "sun", "com", "org", "net", "dev", "io");

    private Names() {}

    static void checkHead(String name, int column, Layout layout) {
        checkMember(name, column);
        if (SIGNS.contains(name)) {
            throw new ExpressionException("'" + name + "' is not expected here", column);
        }
        if (Section.of(name).isPresent() || layout.names().contains(name)) {
            return;
        }
        char first = name.charAt(0);
        if (PACKAGES.contains(name) || !(first == '_' || (first >= 'a' && first <= 'z'))) {
            throw new ExpressionException("'" + name + "' is no data of a lead; classes cannot be named", column);
        }
    }

    static void checkMember(String name, int column) {
        if (RESERVED.contains(name)) {
            throw new ExpressionException("'" + name + "' is not part of expressions", column);
        }
        boolean accessor = name.length() > 3
                && (name.startsWith("get") || name.startsWith("set"))
                && Character.isUpperCase(name.charAt(3));
        if (accessor || name.startsWith("__") || OF_JAVA.contains(name.toLowerCase(Locale.ROOT))) {
            throw new ExpressionException(
                    "'" + name + "' is no data of a lead; methods and classes cannot be reached", column);
        }
    }
}
