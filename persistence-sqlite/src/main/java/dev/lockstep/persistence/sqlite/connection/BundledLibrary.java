package dev.lockstep.persistence.sqlite.connection;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;
import org.sqlite.util.OSInfo;

/** The native library inside the driver's jar, of one platform. */
record BundledLibrary(String platform, URL url) {
    private static final String FOLDER = "/org/sqlite/native/";

    /**
     * Returns the library of this machine.
     *
     * @throws IOException if the driver has none for it
     */
    static BundledLibrary ofThisMachine() throws IOException {
        String folder = system() + "/" + OSInfo.getArchName();
        String name = FOLDER + folder + "/" + LibraryLoaderUtil.getNativeLibName();
        URL url = SQLiteJDBCLoader.class.getResource(name);
        if (url == null) {
            throw new IOException("the driver has no library for this machine: " + name);
        }
        return new BundledLibrary(folder.replace('/', '-'), url);
    }

    /**
     * Returns the driver's name of the operating system. On Linux the driver starts {@code uname},
     * each time it is asked, to find out whether the system is Android, which says so in its
     * environment as well.
     */
    private static String system() {
        if (!System.getProperty("os.name").contains("Linux")
                || System.getenv("ANDROID_ROOT") != null
                || OSInfo.isMusl()) {
            return OSInfo.getOSName();
        }
        return "Linux";
    }

    /**
     * Returns whether a file has this library's size and checksum. The jar's directory has both, so
     * that nothing is unpacked to compare.
     */
    boolean equalTo(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        URLConnection connection = url.openConnection();
        if (connection instanceof JarURLConnection jar) {
            ZipEntry entry = jar.getJarEntry();
            return Files.size(file) == entry.getSize() && checksum(file) == entry.getCrc();
        }
        return Arrays.equals(Files.readAllBytes(file), bytes());
    }

    byte[] bytes() throws IOException {
        try (InputStream library = url.openStream()) {
            return library.readAllBytes();
        }
    }

    private static long checksum(Path file) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(Files.readAllBytes(file));
        return checksum.getValue();
    }
}
