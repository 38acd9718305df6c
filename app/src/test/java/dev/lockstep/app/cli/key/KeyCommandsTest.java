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
        assertThat(run("keys revoke trend").code()).isEqualTo(1);
        assertThat(run("keys").code()).isEqualTo(2);
        assertThat(run("keys list").out()).contains("no keys");
    }

    private CliFixture.Ran run(String words) {
        return cli.run(words.split(" ", -1));
    }
}
