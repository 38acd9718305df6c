package dev.lockstep.persistence.sqlite.connection;

import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's native library, unpacked to an application folder: one copy per version and platform,
 * readable only by its owner and shared by all processes.
 *
 * <p>The driver would unpack one copy per process into the system's temporary folder. A killed
 * process would leave it there, and the folder may be full, missing or mounted noexec.
 */
public final class NativeLibrary {
    private static final String FOLDER_PROPERTY = "org.sqlite.lib.path";
    private static final String NAME_PROPERTY = "org.sqlite.lib.name";
    private static final String UNFINISHED = ".part-";

    private NativeLibrary() {}

    /**
     * Loads the library from the first suitable folder. Does nothing if it is loaded already or the
     * user has configured the driver's folder.
     *
     * @param folders candidate folders; if empty, the driver chooses
     * @throws RepositoryException with reason {@link Reason#IO_ERROR} if no folder is suitable
     */
    public static synchronized void load(List<Path> folders) {
        if (folders.isEmpty() || System.getProperty(FOLDER_PROPERTY) != null) {
            return;
        }
        List<String> refusals = new ArrayList<>();
        for (Path folder : folders) {
            try {
                loadFrom(folder);
                return;
            } catch (IOException | UnsatisfiedLinkError refused) {
                refusals.add(folder + " (" + refused.getMessage() + ")");
            }
        }
        throw new RepositoryException(
                Reason.IO_ERROR,
                "SQLite's native library cannot be loaded from any of these folders: "
                        + String.join(", ", refusals)
                        + ". One of them must be writable, have 2 MB free and be mounted without"
                        + " noexec");
    }

    @SuppressWarnings(
            "restricted") // loading the library is the purpose; the launcher permits native access
    private static void loadFrom(Path folder) throws IOException {
        Path library = unpacked(folder.toAbsolutePath());
        System.load(library.toString());
        System.setProperty(FOLDER_PROPERTY, String.valueOf(library.getParent()));
        System.setProperty(NAME_PROPERTY, LibraryLoaderUtil.getNativeLibName());
    }

    /** Returns the library in {@code folder}; replaces a copy that differs from the driver's. */
    static Path unpacked(Path folder) throws IOException {
        BundledLibrary bundled = BundledLibrary.ofThisMachine();
        Path own =
                folder.resolve(
                        "sqlite-" + SQLiteJDBCLoader.getVersion() + "-" + bundled.platform());
        makeFolder(own);
        Path library = own.resolve(LibraryLoaderUtil.getNativeLibName());
        if (!bundled.equalTo(library)) {
            removeUnfinished(own);
            long pid = ProcessHandle.current().pid();
            Path unfinished = own.resolve(library.getFileName() + UNFINISHED + pid);
            Files.write(unfinished, bundled.bytes());
            Files.move(unfinished, library, StandardCopyOption.ATOMIC_MOVE);
        }
        return library;
    }

    private static void makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    /** Deletes partial copies of processes that were killed while writing them. */
    private static void removeUnfinished(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(NativeLibrary::abandoned).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static boolean abandoned(Path file) {
        String name = String.valueOf(file.getFileName());
        int pid = name.lastIndexOf(UNFINISHED);
        return pid >= 0
                && ProcessHandle.of(Long.parseLong(name.substring(pid + UNFINISHED.length())))
                        .isEmpty();
    }
}
