package dev.lockstep.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The names that changes from the terminal are stored under. */
class AuthorTest {
    @Test
    void a_change_is_by_the_user_or_by_the_account_where_no_variable_names_the_user(
            @TempDir Path home) {
        CliFixture service = new CliFixture(home);
        CliFixture shell = new CliFixture(home).with("USER", "ann");

        assertThat(who(service, "5")).isEqualTo("bob");
        assertThat(who(shell, "6")).isEqualTo("ann");
    }

    private static String who(CliFixture cli, String limit) {
        assertThat(cli.run("risk", "set", "max-open-orders", limit).code()).isZero();
        return cli.run("risk", "show", "--changes", "1", "--json")
                .json()
                .at("/changes/0/who")
                .asText();
    }
}
