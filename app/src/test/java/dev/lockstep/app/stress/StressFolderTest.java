package dev.lockstep.app.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.app.config.DataFolder;
import dev.lockstep.app.config.FolderBinding;
import dev.lockstep.app.config.TradingMode;
import dev.lockstep.app.exit.CommandEnd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a stress run may write. */
class StressFolderTest {
    @TempDir private Path home;

    @Test
    void a_temporary_folder_is_gone_at_the_end_and_a_named_one_stays() throws IOException {
        StressFolder temporary = StressFolder.temporary();
        Files.writeString(temporary.folder().path().resolve("some"), "thing");
        temporary.close();
        temporary.close();
        assertThat(temporary.folder().path()).doesNotExist();

        DataFolder named = new DataFolder(home.resolve("named"));
        StressFolder.at(named).close();
        StressFolder.at(named).close();
        assertThat(named.path()).isDirectory();
    }

    @Test
    void a_folder_with_anything_else_in_it_is_refused_and_left_as_it_is() throws IOException {
        Files.writeString(home.resolve("lockstep.db"), "precious");
        refused(home, "other files");
        assertThat(home.resolve("lockstep.db")).hasContent("precious");
        assertThat(home).isDirectoryNotContaining("glob:**stress**");
    }

    @Test
    void a_stress_folder_that_somebody_traded_in_is_refused() {
        StressFolder.at(new DataFolder(home)).close();
        new FolderBinding(TradingMode.SIM, FolderBinding.OWN_SIMULATOR, "")
                .bind(new DataFolder(home));
        refused(home, "other files");
    }

    @Test
    void a_folder_that_another_run_uses_is_refused() {
        try (StressFolder _ = StressFolder.at(new DataFolder(home))) {
            refused(home, "another stress run");
        }
    }

    @Test
    void a_file_is_no_folder() throws IOException {
        refused(Files.writeString(home.resolve("file"), ""), "cannot read data folder");
    }

    private static void refused(Path folder, String text) {
        assertThatThrownBy(() -> StressFolder.at(new DataFolder(folder)))
                .isInstanceOf(CommandEnd.class)
                .hasMessageContaining(text);
    }
}
