package dev.sluice.jdbc.internal.sql;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The head of a file of H2, which names the place of its last part; H2 itself goes back to an older part in silence. */
final class H2Head {
    private static final int BLOCK = 4_096;
    private static final Pattern LAST = Pattern.compile("^H:.*?,block:([0-9a-f]{1,12}),");

    /** The file that a URL names, when it is one. */
    private static final Pattern FILE = Pattern.compile("^jdbc:h2:(?:[A-Za-z][A-Za-z0-9]+:)*([^;]+)");

    private H2Head() {}

    /** Refuses the file that this URL names, before H2 opens and mends it. */
    static void refuseCutShort(String url) throws SQLException {
        Matcher named = FILE.matcher(url);
        if (named.find()) {
            String home = Matcher.quoteReplacement(System.getProperty("user.home"));
            refuseCutShort(new File(named.group(1).replaceFirst("^~", home) + ".mv.db"));
        }
    }

    /** Refuses a file that ends before the part that its head names. A file without a readable head is for H2 to judge. */
    static void refuseCutShort(File file) throws SQLException {
        try (FileChannel channel = FileChannel.open(file.toPath())) {
            ByteBuffer head = ByteBuffer.allocate(BLOCK);
            channel.read(head, 0);
            Matcher last = LAST.matcher(new String(head.array(), StandardCharsets.ISO_8859_1));
            if (last.find() && channel.size() <= Long.parseLong(last.group(1), 16) * BLOCK) {
                throw new SQLException("its file is cut short: restore it from a copy");
            }
        } catch (IOException | InvalidPathException unreadable) {
            return;
        }
    }
}
