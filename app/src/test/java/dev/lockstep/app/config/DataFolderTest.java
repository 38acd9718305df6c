package dev.lockstep.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lockstep.domain.port.store.RepositoryException;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data folder that cannot be written. */
class DataFolderTest {
    @TempDir private Path home;

    @Test
    void a_folder_on_a_read_only_file_system_is_named() throws IOException {
        Path archive = home.resolve("data.zip");
        try (FileSystem made = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
            Files.createDirectory(made.getPath("/data"));
        }
        try (FileSystem readOnly =
                FileSystems.newFileSystem(archive, Map.of("accessMode", "readOnly"))) {
            DataFolder folder = new DataFolder(readOnly.getPath("/data"));

            assertThatExceptionOfType(RepositoryException.class)
                    .isThrownBy(folder::made)
                    .withMessageContaining("data folder /data is not writable")
                    .extracting(RepositoryException::reason)
                    .isEqualTo(RepositoryException.Reason.READ_ONLY);
        }
    }

    @Test
    void a_writable_or_missing_folder_is_accepted() {
        DataFolder folder = new DataFolder(home.resolve("new"));

        assertThat(folder.requireWritable()).isEqualTo(folder);
        assertThat(folder.made().requireWritable()).isEqualTo(folder);
    }
}
