package dev.sluice.delivery;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * Names of files that are names and nothing else, on every system: whatever a text is, its safe form is a direct child of
 * the folder that it is put into. A name that is safe already stays as it is.
 */
public final class FileName {
    /** How many bytes of UTF-8 a safe name has at most, so that suffixes still fit into the 255 of most systems. */
    public static final int LONGEST = 200;

    private static final String NOT_IN_NAMES = "/\\:*?\"<>|`$&;%~";
    private static final Set<String> DEVICES = Set.of("CON", "PRN", "AUX", "NUL", "CLOCK$", "CONIN$", "CONOUT$");

    private FileName() {}

    /**
     * The safe form: letters in one normal form, an underscore for all that systems, shells or patterns take for
     * something else, never empty, never a device, with its extension kept when it is cut.
     */
    public static String safe(String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder name = new StringBuilder(normal.length());
        normal.codePoints().forEach(c -> name.appendCodePoint(isPlain(c) ? c : '_'));
        return cut(notADevice(edges(name.toString())));
    }

    /** Whether {@code name} is its own safe form. */
    public static boolean isSafe(String name) {
        return safe(name).equals(name);
    }

    private static boolean isPlain(int c) {
        int type = Character.getType(c);
        return c != 0xFFFD
                && NOT_IN_NAMES.indexOf(c) < 0
                && c != '{'
                && c != '}'
                && type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.PRIVATE_USE
                && type != Character.UNASSIGNED
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && (type != Character.SPACE_SEPARATOR || c == ' ');
    }

    /** Dots and blanks at the edges hide files, leave folders, or are dropped by some systems; a dash begins an option. */
    private static String edges(String name) {
        StringBuilder text = new StringBuilder(name);
        for (int i = 0; i < text.length() && ". -".indexOf(text.charAt(i)) >= 0; i++) {
            text.setCharAt(i, '_');
        }
        for (int i = text.length() - 1; i >= 0 && ". ".indexOf(text.charAt(i)) >= 0; i--) {
            text.setCharAt(i, '_');
        }
        return text.length() == 0 ? "_" : text.toString();
    }

    private static String notADevice(String name) {
        int dot = name.indexOf('.');
        String stem = (dot < 0 ? name : name.substring(0, dot)).strip().toUpperCase(Locale.ROOT);
        boolean numbered = stem.length() == 4
                && (stem.startsWith("COM") || stem.startsWith("LPT"))
                && "0123456789¹²³".indexOf(stem.charAt(3)) >= 0;
        return DEVICES.contains(stem) || numbered ? "_" + name : name;
    }

    private static String cut(String name) {
        if (bytes(name) <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && bytes(name.substring(dot)) <= 16 ? name.substring(dot) : "";
        StringBuilder stem = new StringBuilder();
        int room = LONGEST - bytes(extension);
        for (int i = 0; i < name.length(); ) {
            String one = Character.toString(name.codePointAt(i));
            if (room < bytes(one)) {
                break;
            }
            room -= bytes(one);
            stem.append(one);
            i += one.length();
        }
        return edges(stem.toString()) + extension;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
