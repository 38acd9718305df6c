package dev.lockstep.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScreenVersionTest {
    @TempDir private Path home;

    @Test
    void it_changes_with_any_file_of_the_screen_and_with_no_other() throws IOException {
        Path folder = Files.createDirectories(home.resolve("classes/web/base")).resolve("../..");
        Files.writeString(folder.resolve("web/main.js"), "1");
        Files.writeString(folder.resolve("web/base/dom.js"), "2");
        String before = ScreenVersion.of(folder);

        Files.writeString(folder.resolve("other.txt"), "3");
        assertThat(ScreenVersion.of(folder)).isEqualTo(before);
        Files.writeString(folder.resolve("web/base/dom.js"), "3");
        assertThat(ScreenVersion.of(folder)).isNotEqualTo(before);
    }

    @Test
    void it_is_the_same_in_a_folder_and_in_a_jar() throws IOException {
        Path folder = Files.createDirectories(home.resolve("classes/web"));
        Files.writeString(folder.resolve("main.js"), "1");
        Path jar = home.resolve("app.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            out.putNextEntry(new ZipEntry("web/"));
            out.putNextEntry(new ZipEntry("web/main.js"));
            out.write("1".getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new ZipEntry("other.txt"));
        }

        assertThat(ScreenVersion.of(jar)).isEqualTo(ScreenVersion.of(home.resolve("classes")));
    }
}
