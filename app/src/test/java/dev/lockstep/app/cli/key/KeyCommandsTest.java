package dev.lockstep.app.cli.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.app.cli.CliFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trading keys from the terminal, on a real database. */
@Tag("slow")
class KeyCommandsTest {
    @TempDir private Path home;
    private CliFixture cli;

    @BeforeEach
    void start() {
        cli = new CliFixture(home).with("USER", "ann");
    }

    @Test
    void a_key_is_printed_once_and_listed_without_its_secret() throws IOException {
        JsonNode added = run("keys add trend --view strategy --json").json();
        String secret = added.path("secret").asText();

        assertThat(secret).hasSize(40);
        CliFixture.Ran listed = run("keys list --json");
        JsonNode key = listed.json().path("keys").path(0);
        assertThat(key.path("name").asText()).isEqualTo("trend");
        assertThat(key.path("key")).isEqualTo(added.path("key"));
        assertThat(key.path("strategy").asText()).isEqualTo("trend");
        assertThat(key.path("role").asText()).isEqualTo("trade");
        assertThat(key.path("view").asText()).isEqualTo("strategy");
        assertThat(key.path("changedBy").asText()).isEqualTo("ann");
        assertThat(listed.out()).doesNotContain(secret);
        try (var files = Files.walk(cli.data())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(content.contains(secret)).as(file.toString()).isFalse();
            }
        }
    }

    @Test
    void a_name_is_given_once_and_a_revoked_key_stays_revoked() {
        assertThat(run("keys add trend --role read").code()).isZero();
        assertThat(run("keys add trend").code()).isEqualTo(1);
        assertThat(run("keys rotate trend").code()).isZero();
        assertThat(run("keys revoke trend").code()).isZero();
        assertThat(run("keys rotate trend").code()).isEqualTo(1);
        assertThat(run("keys list").out()).contains("revoked").contains("read");
        assertThat(run("audit verify").code()).isZero();
    }

    @Test
    void bad_input_is_refused_before_anything_is_stored() {
        assertThat(cli.run("keys", "add", "tr end").code()).isEqualTo(2);
        assertThat(run("keys add trend --role boss").code()).isEqualTo(2);
        assertThat(run("keys").code()).isEqualTo(2);
        assertThat(run("keys list").err()).contains("no database");
    }

    @Test
    void limits_are_set_with_the_key_or_neither_is() {
        assertThat(
                        run("keys add trend --limits max-order-value=1000 allowed-symbols=AAPL,MSFT")
                                .code())
                .isZero();
        JsonNode limits =
                run("risk show --json").json().path("strategies").path("trend").path("limits");
        assertThat(limits.path("max-order-value").asText()).isEqualTo("1000");
        assertThat(limits.path("allowed-symbols").asText()).isEqualTo("AAPL,MSFT");
        for (String wrong :
                new String[] {
                    "max-order-value",
                    "max-order-value=-1",
                    "most=5",
                    "max-open-orders=1 max-open-orders=2"
                }) {
            CliFixture.Ran refused = run("keys add carry --limits " + wrong);
            assertThat(refused.code()).as(wrong).isEqualTo(2);
        }
        assertThat(run("keys add trend --limits max-order-value=9").code()).isEqualTo(1);
        assertThat(run("keys list --json").json().path("keys")).hasSize(1);
        assertThat(run("risk show --json").json().path("strategies").path("trend").path("limits"))
                .isEqualTo(limits);
        assertThat(run("audit verify").code()).isZero();
    }

    @Test
    void the_path_of_a_hook_is_printed_once_and_stored_as_a_hash() throws IOException {
        Path template = home.resolve("template.json");
        Files.writeString(template, "{\"qty\": \"$.order.qty\", \"type\": \"=market\"}");

        JsonNode added = run("hooks add tv --strategy trend --json --template " + template).json();
        String secret = added.path("secret").asText();

        assertThat(added.path("path").asText()).isEqualTo("/hooks/tv/" + secret);
        CliFixture.Ran listed = run("hooks list --json");
        assertThat(listed.out()).doesNotContain(secret);
        JsonNode hook = listed.json().path("hooks").path(0);
        assertThat(hook.path("strategy").asText()).isEqualTo("trend");
        assertThat(hook.path("template").path("qty").asText()).isEqualTo("/order/qty");
        assertThat(hook.path("changedBy").asText()).isEqualTo("ann");
        assertThat(run("hooks list").out()).contains("qty: /order/qty, type: =market");
        assertThat(run("keys list").out()).contains("no keys");
        assertThat(run("keys revoke tv").code()).isEqualTo(1);
        assertThat(run("keys add tv").code()).isEqualTo(1);
        assertThat(run("hooks rotate tv").out()).contains("/hooks/tv/");
        assertThat(run("hooks revoke tv").code()).isZero();
        assertThat(run("hooks rotate tv").code()).isEqualTo(1);
        assertThat(run("audit verify").code()).isZero();
    }

    @Test
    void a_wrong_template_is_refused_with_its_field() throws IOException {
        Path template = home.resolve("template.json");
        for (String wrong :
                new String[] {
                    "no JSON", "[]", "{\"qty\": 5}", "{\"size\": \"/a\"}", "{\"qty\": \"a.b\"}"
                }) {
            Files.writeString(template, wrong);
            assertThat(run("hooks add tv --template " + template).code()).as(wrong).isEqualTo(2);
        }
        assertThat(run("hooks add tv --template " + home.resolve("absent")).code()).isEqualTo(2);
        assertThat(run("hooks list").err()).contains("no database");
    }

    private CliFixture.Ran run(String words) {
        return cli.run(words.split(" ", -1));
    }
}
