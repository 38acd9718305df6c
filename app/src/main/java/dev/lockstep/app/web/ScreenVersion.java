package dev.lockstep.app.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The version of the built-in screen, which changes with any of its files: part of their addresses,
 * so that a browser can keep them without asking.
 */
final class ScreenVersion {
    private static final int CHARS = 16;

    private ScreenVersion() {}

    /** Returns the version of the screen next to this class, in its folder or jar. */
    static String current() {
        try {
            return of(
                    Path.of(
                            ScreenVersion.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI()));
        } catch (URISyntaxException | IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** Returns the version of the screen in a folder of classes or a jar. */
    static String of(Path source) throws IOException {
        String lines =
                checksums(source, StaticAssets.OWN).stream()
                        .sorted()
                        .collect(Collectors.joining("\n"));
        return StaticAsset.digest(lines.getBytes(StandardCharsets.UTF_8)).substring(0, CHARS);
    }

    private static List<String> checksums(Path source, String prefix) throws IOException {
        if (Files.isDirectory(source)) {
            try (Stream<Path> files = Files.walk(source.resolve(prefix))) {
                return files.filter(Files::isRegularFile)
                        .map(file -> slashed(source.relativize(file)) + " " + checksum(file))
                        .toList();
            }
        }
        try (JarFile jar = new JarFile(source.toFile())) {
            return jar.stream()
                    .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(prefix))
                    .map(entry -> entry.getName() + " " + entry.getCrc())
                    .toList();
        }
    }

    private static String slashed(Path name) {
        return name.toString().replace(name.getFileSystem().getSeparator(), "/");
    }

    private static long checksum(Path file) {
        CRC32 checksum = new CRC32();
        try {
            checksum.update(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return checksum.getValue();
    }
}
