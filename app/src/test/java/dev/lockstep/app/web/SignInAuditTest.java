package dev.lockstep.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sign-ins to the screen stay in the audit. */
@Tag("slow")
class SignInAuditTest {
    private static final String TOKEN = "a-token-that-is-long-enough";

    @Test
    void sign_ins_and_wrong_tokens_are_in_the_audit(@TempDir Path home) {
        try (ServedPlatform served =
                new ServedPlatform(ServedPlatform.Setup.in(home).withToken(TOKEN))) {
            String cookie = login(served, TOKEN).header("Set-Cookie");
            String session = cookie.substring(0, cookie.indexOf(';'));
            assertThat(served.post("/api/v1/logout", "", "Cookie", session).status())
                    .isEqualTo(204);
            assertThat(login(served, TOKEN + "x").status()).isEqualTo(401);
            assertThat(login(served, TOKEN + "y").status()).isEqualTo(401);

            assertThat(served.get("/api/v1/orders", "Authorization", "Bearer guessed").status())
                    .isEqualTo(401);

            served.post(
                    "/api/v1/trading/halt",
                    "{\"reason\":\"test\"}",
                    "Authorization",
                    "Bearer " + TOKEN);

            JsonNode acts =
                    served.get("/api/v1/audit?kind=sign_in", "Authorization", "Bearer " + TOKEN)
                            .json()
                            .path("acts");

            assertThat(acts)
                    .extracting(act -> act.path("what").asText())
                    .containsExactly(
                            "wrong token refused",
                            "wrong token refused",
                            "signed out of the screen",
                            "signed in to the screen");
            assertThat(acts.get(0).path("who").asText()).isEqualTo("127.0.0.1");
            assertThat(acts.toString()).doesNotContain(TOKEN);
            ServedPlatform.Reply unknown =
                    served.get("/api/v1/audit?kind=login", "Authorization", "Bearer " + TOKEN);
            assertThat(unknown.status()).isEqualTo(400);
            assertThat(unknown.json().path("expected").asText())
                    .isEqualTo("risk, incident, key, sign_in");
        }
    }

    @Test
    void a_change_is_by_the_client_that_has_shown_the_token(@TempDir Path home) {
        try (ServedPlatform served =
                new ServedPlatform(ServedPlatform.Setup.in(home).withToken(TOKEN))) {
            String cookie = login(served, TOKEN).header("Set-Cookie");
            String session = cookie.substring(0, cookie.indexOf(';'));
            String limits = "/api/v1/risk/limits/";
            String five = "{\"value\":\"5\",\"reason\":\"test\"}";
            String bearer = "Bearer " + TOKEN;

            served.send("PUT", limits + "max-open-orders", five, "Cookie", session);
            served.send("PUT", limits + "max-order-qty", five, "Authorization", bearer);

            assertThat(served.get("/api/v1/audit", "Authorization", bearer).json().path("acts"))
                    .filteredOn(act -> act.path("kind").asText().equals("risk"))
                    .extracting(act -> act.path("who").asText())
                    .containsExactly("a REST client at 127.0.0.1", "the screen at 127.0.0.1");
        }
    }

    private static ServedPlatform.Reply login(ServedPlatform served, String token) {
        return served.post("/api/v1/login", "{\"token\":\"" + token + "\"}");
    }
}
