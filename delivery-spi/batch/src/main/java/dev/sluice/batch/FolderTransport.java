package dev.sluice.batch;

import static java.util.Objects.requireNonNull;

import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.FileName;
import dev.sluice.delivery.OutgoingFile;
import dev.sluice.delivery.Transport;
import dev.sluice.delivery.TransportRequest;
import dev.sluice.delivery.TransportResult;
import dev.sluice.delivery.transport.Digests;
import dev.sluice.delivery.transport.FolderPath;
import dev.sluice.delivery.transport.SettingChecks;
import dev.sluice.delivery.transport.WholeFile;
import dev.sluice.types.Obj;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;

/**
 * Files into folders of this machine, below one that the host names. Setting {@code path}: the folder below it, with
 * tokens; made when it is not there. A file is forced to the disk before it gets its name. Safe on any thread.
 */
public final class FolderTransport implements Transport {
    private static final String PART = ".part";

    private final Path root;

    private FolderTransport(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** Writes below {@code root} only. */
    public static FolderTransport below(Path root) {
        return new FolderTransport(root);
    }

    @Override
    public List<ConfigProblem> check(Obj config) {
        return new SettingChecks(config).known(Set.of("path")).folder("path").problems();
    }

    @Override
    public TransportResult put(TransportRequest request) {
        OutgoingFile file = request.file();
        String place = FolderPath.of(request.config().get("path").text(), request.tokens())
                .file(FileName.safe(file.name()))
                .replaceFirst("^/", "");
        Path target = root.resolve(place);
        Path folder = requireNonNull(target.getParent(), "a file in a folder has one");
        try {
            Files.createDirectories(folder);
            sweep(request, folder);
            return Files.exists(target) ? existing(file, target, place) : written(request, target, folder, place);
        } catch (IOException fault) {
            return TransportResult.failed(
                    "the folder cannot be written: " + fault.getClass().getSimpleName());
        }
    }

    private static TransportResult existing(OutgoingFile file, Path target, String place) throws IOException {
        return Digests.isSame(file, there(target))
                ? TransportResult.alreadyThere(place)
                : TransportResult.refused("'" + place + "' is there already with other content");
    }

    private static Digests.There there(Path target) {
        return new Digests.There() {
            @Override
            public long size() throws IOException {
                return Files.size(target);
            }

            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(target);
            }
        };
    }

    private static TransportResult written(TransportRequest request, Path target, Path folder, String place)
            throws IOException {
        Path part = Files.createTempFile(folder, begin(request), PART);
        try {
            copy(request, part);
            name(part, target);
            return TransportResult.delivered(place);
        } catch (FileAlreadyExistsException taken) {
            return TransportResult.refused("'" + place + "' is there already");
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * Takes away what processes that ended have left of this file. An earlier try that is still at it loses its temporary file
     * and fails.
     */
    private static void sweep(TransportRequest request, Path folder) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, each -> isPart(each, begin(request)))) {
            for (Path each : left) {
                Files.deleteIfExists(each);
            }
        }
    }

    /** Names of temporary files are never the same, so that no try gives the final name to what another one writes. */
    private static String begin(TransportRequest request) {
        return "." + FileName.safe(request.key()) + "~";
    }

    private static boolean isPart(Path file, String begin) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(begin) && name.endsWith(PART);
    }

    private static void copy(TransportRequest request, Path part) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE);
                InputStream bytes = WholeFile.open(request.file(), request.deadline())) {
            OutputStream out = Channels.newOutputStream(channel);
            bytes.transferTo(out);
            channel.force(true);
        }
    }

    /** A second name for the same bytes fails where a file stands, which a move would replace. */
    private static void name(Path part, Path target) throws IOException {
        try {
            Files.createLink(target, part);
        } catch (UnsupportedOperationException noLinks) {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
