package dev.lockstep.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The authors of changes from the terminal, and the audit that lists them. */
class AuditListTest {
    @Test
    void a_change_is_by_the_user_or_by_the_account_where_no_variable_names_the_user(
            @TempDir Path home) {
        CliFixture service = new CliFixture(home);
        CliFixture shell = new CliFixture(home).with("USER", "ann");

        assertThat(who(service, "5")).isEqualTo("bob");
        assertThat(who(shell, "6")).isEqualTo("ann");
    }

    @Test
    void the_audit_lists_the_acts_of_a_kind_page_by_page(@TempDir Path home) {
        CliFixture cli = new CliFixture(home);
        cli.run("keys", "add", "bot", "--strategy", "trend");
        for (String limit : List.of("5", "6", "7")) {
            who(cli, limit);
        }

        JsonNode first =
                cli.run("audit", "list", "--kind", "risk", "--limit", "2", "--json").json();
        CliFixture.Ran rest =
                cli.run(
                        CliFixture.words(
                                "audit list --kind risk --before " + first.path("next").asText()));

        assertThat(first.path("acts"))
                .extracting(act -> act.path("what").asText())
                .containsExactly("max-open-orders 7", "max-open-orders 6");
        assertThat(rest.out()).contains("max-open-orders 5").doesNotContain("bot");
        assertThat(cli.run("audit", "list", "--kind", "key").out()).contains("key bot added");
        assertThat(cli.run("audit", "list", "--kind", "sign_in").out()).contains("no entries");
        assertThat(cli.run("audit", "list", "--limit", "501").err())
                .contains("limit: 501 (expected: 1 to 500)");
    }

    private static String who(CliFixture cli, String limit) {
        assertThat(cli.run("risk", "set", "max-open-orders", limit).code()).isZero();
        return cli.run("risk", "show", "--changes", "1", "--json")
                .json()
                .at("/changes/0/who")
                .asText();
    }
}
