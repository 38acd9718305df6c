package dev.lockstep.persistence.sqlite.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.util.OSInfo;

/** The native library inside the driver's jar. */
class BundledLibraryTest {
    private @TempDir Path folder;

    @Test
    void the_platform_is_the_one_that_the_driver_names() throws IOException {
        assertThat(BundledLibrary.ofThisMachine().platform())
                .isEqualTo(OSInfo.getNativeLibFolderPathForCurrentOS().replace('/', '-'));
    }

    @Test
    void a_file_is_equal_if_all_its_bytes_are() throws IOException {
        BundledLibrary library = BundledLibrary.ofThisMachine();
        byte[] bytes = library.bytes();
        Path file = folder.resolve("library");
        assertThat(library.equalTo(file)).isFalse();

        Files.write(file, bytes);
        assertThat(library.equalTo(file)).isTrue();

        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThat(library.equalTo(file)).isFalse();
    }
}
