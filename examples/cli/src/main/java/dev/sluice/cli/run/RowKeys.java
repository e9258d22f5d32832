package dev.sluice.cli.run;

import dev.sluice.types.Lead;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;

/**
 * Submission keys for the rows of a file: its name and the row's place. A file that is run again gives the same keys; what
 * was changed in it is a conflict, and told.
 */
public final class RowKeys implements UnaryOperator<Lead> {
    private final String file;
    private long row;

    private RowKeys(String file) {
        this.file = file;
    }

    /** Keys for {@code file}; standard input is a file without a name. */
    public static RowKeys of(Optional<Path> file) {
        CRC32 sum = new CRC32();
        file.map(Path::getFileName).ifPresent(name -> sum.update(name.toString().getBytes(StandardCharsets.UTF_8)));
        return new RowKeys(Long.toHexString(sum.getValue()));
    }

    @Override
    public Lead apply(Lead lead) {
        row++;
        return lead.withKey("row-" + row + "-of-" + file);
    }
}
