package dev.lockstep.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.app.exit.CommandEnd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderBindingTest {
    private static final FolderBinding PAPER =
            new FolderBinding(TradingMode.PAPER, "https://paper-api.alpaca.markets", "PA1");

    @TempDir private Path temp;

    @Test
    void a_note_with_another_mode_is_named_with_its_file() throws IOException {
        Files.writeString(temp.resolve("lockstep.properties"), "mode=moon\nbroker=x\n");

        assertThatThrownBy(() -> FolderBinding.read(new DataFolder(temp)))
                .isInstanceOf(CommandEnd.class)
                .hasMessageContainingAll("lockstep.properties", "mode: moon (expected: sim");
    }

    @Test
    void a_folder_keeps_what_it_was_first_used_with() {
        DataFolder folder = new DataFolder(temp.resolve("new"));
        assertThat(FolderBinding.read(folder)).isEmpty();
        PAPER.bind(folder);
        assertThat(FolderBinding.read(folder)).contains(PAPER);
        assertThatCode(() -> PAPER.bind(folder)).doesNotThrowAnyException();
    }

    @Test
    void another_account_is_refused_with_both_named() {
        DataFolder folder = new DataFolder(temp);
        PAPER.bind(folder);
        FolderBinding other = new FolderBinding(PAPER.mode(), PAPER.broker(), "PA2");
        assertThatThrownBy(() -> other.bind(folder))
                .isInstanceOf(CommandEnd.class)
                .hasMessageContaining("account PA1")
                .hasMessageContaining("account PA2");
        assertThat(FolderBinding.read(folder)).contains(PAPER);
    }

    @Test
    void a_folder_of_an_unknown_account_belongs_to_the_first_that_is_known() {
        DataFolder folder = new DataFolder(temp);
        new FolderBinding(PAPER.mode(), PAPER.broker(), "").bind(folder);
        PAPER.bind(folder);
        assertThat(FolderBinding.read(folder)).contains(PAPER);
        FolderBinding other = new FolderBinding(PAPER.mode(), PAPER.broker(), "PA2");
        assertThatThrownBy(() -> other.bind(folder)).isInstanceOf(CommandEnd.class);
    }

    @Test
    void another_mode_is_refused_before_the_account_is_known() {
        DataFolder folder = new DataFolder(temp);
        PAPER.bind(folder);
        assertThatThrownBy(() ->
                        FolderBinding.requireFor(
                                folder, TradingMode.SIM, FolderBinding.OWN_SIMULATOR))
                .isInstanceOf(CommandEnd.class);
        assertThatCode(() -> FolderBinding.requireFor(folder, TradingMode.PAPER, PAPER.broker()))
                .doesNotThrowAnyException();
    }

    @Test
    void a_damaged_note_is_never_taken_for_a_new_folder() throws IOException {
        DataFolder folder = new DataFolder(temp);
        Files.writeString(folder.binding(), "mode=paper\n");
        assertThatThrownBy(() -> FolderBinding.read(folder))
                .isInstanceOf(CommandEnd.class)
                .hasMessageContaining("mode or broker is missing");
    }
}
