package dev.lockstep.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.app.config.key.ApiKeys;
import dev.lockstep.app.config.value.PropertyTexts;
import dev.lockstep.app.exit.CommandEnd;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of settings with unusual lines, some of which the fuzzer found. */
class SettingsFileTest {
    private static final Setting<?> CHANGED = setting("rate-budget");

    @TempDir private Path temp;

    @Test
    void a_changed_setting_does_not_become_a_part_of_a_line_before_it() throws IOException {
        Properties after = changed("rate-budget=0\nintent-ttl=\\\n", "7");

        assertThat(after).containsEntry("rate-budget", "7").containsEntry("intent-ttl", "");
    }

    @Test
    void a_line_that_only_continues_another_one_is_kept() throws IOException {
        Properties after = changed("label=a\\\nrate-budget=5\n", "7");

        assertThat(after)
                .containsEntry("label", "arate-budget=5")
                .containsEntry("rate-budget", "7");
    }

    @Test
    void a_line_after_a_value_that_ends_in_a_backslash_is_kept() throws IOException {
        Properties after = changed("rate-budget=a\\\\\nlabel=b\n", "7");

        assertThat(after).containsEntry("label", "b").containsEntry("rate-budget", "7");
    }

    @Test
    void a_comment_that_ends_in_a_backslash_continues_nothing() throws IOException {
        Properties after = changed("# see C:\\\nlabel=b\n", "7");

        assertThat(after).containsEntry("label", "b").containsEntry("rate-budget", "7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\rmode=live", "C:\\x", "\\", "a\fb"})
    void a_value_is_read_as_it_was_written(String value) throws IOException {
        Properties after = changed("label=b\n", value);

        assertThat(after).containsEntry("rate-budget", value).hasSize(2);
    }

    @Test
    void the_lines_of_a_name_are_counted_over_comments_and_continued_lines() {
        PropertyTexts texts =
                new PropertyTexts(
                        List.of("# a\\", "x=1\\", "2", "", "y: 3", "x 4", "z=\\ux", "x=5"));

        assertThat(texts.values()).isEqualTo(Map.of("x", "5", "y", "3"));
        assertThat(texts.repeated())
                .isEqualTo(Map.of("x", "set in lines 2 and 6 and 8 (expected: once)"));
        assertThat(texts.malformed()).singleElement().asString().startsWith("line 7: malformed");
    }

    @Test
    void keys_that_are_given_twice_are_refused_without_showing_them() throws IOException {
        Path keys = temp.resolve("alpaca.keys");
        new ApiKeys("PK1", "hush").write(keys);
        Files.writeString(keys, Files.readString(keys) + ApiKeys.SECRET + "=other\n");

        assertThatThrownBy(() -> ApiKeys.found(Optional.of(keys), Map.of()))
                .isInstanceOf(CommandEnd.class)
                .hasMessageContaining(": set in lines 3 and 4 (expected: once)")
                .message()
                .doesNotContain("hush", "other");
    }

    @Test
    void a_path_that_cannot_be_is_a_problem_of_its_setting() throws IOException {
        Files.writeString(temp.resolve("settings.properties"), "notifications=a\\u0000b\n");
        Flags flags = new Flags(temp, Map.of());

        assertThat(Settings.shown(flags, Map.of(), temp).problems())
                .singleElement()
                .asString()
                .startsWith("notifications: a?b (expected: the path of a file)");
        assertThatThrownBy(() -> Settings.of(flags, Map.of(), temp)).isInstanceOf(CommandEnd.class);
    }

    private Properties changed(String text, String value) throws IOException {
        DataFolder folder = new DataFolder(temp);
        Files.writeString(folder.settings(), text);
        SettingsFile.change(folder, Map.of(CHANGED, Optional.of(value)));
        Properties after = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.settings())) {
            after.load(reader);
        }
        return after;
    }

    private static Setting<?> setting(String word) {
        return KnownSettings.all().stream()
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow();
    }
}
