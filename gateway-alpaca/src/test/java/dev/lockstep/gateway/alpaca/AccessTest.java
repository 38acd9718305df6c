package dev.lockstep.gateway.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.access.KeyKind;
import dev.lockstep.domain.access.KeyName;
import dev.lockstep.domain.access.KeyView;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccessTest {
    private final GatewayFixture fixture = new GatewayFixture();
    private final GatewayFixture.Bot bot = fixture.bot("trend", KeyView.ACCOUNT);

    private int status(Map<String, String> headers) {
        return fixture.answer("GET", "/v2/orders", headers, "").status();
    }

    @Test
    void headers_basic_and_bearer_are_accepted() {
        String pair = bot.id() + ":" + bot.secret();
        String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));

        assertThat(bot.get("/v2/orders").status()).isEqualTo(200);
        assertThat(status(Map.of("Authorization", "Bearer " + pair))).isEqualTo(200);
        assertThat(status(Map.of("authorization", "Basic " + basic))).isEqualTo(200);
    }

    @Test
    void wrong_and_missing_credentials_are_refused() {
        assertThat(status(Map.of())).isEqualTo(401);
        assertThat(status(Map.of("APCA-API-KEY-ID", bot.id()))).isEqualTo(401);
        assertThat(status(Map.of("APCA-API-KEY-ID", bot.id(), "APCA-API-SECRET-KEY", "wrong")))
                .isEqualTo(401);
        assertThat(status(Map.of("Authorization", "Bearer nonsense"))).isEqualTo(401);
        assertThat(status(Map.of("Authorization", "Basic %%%"))).isEqualTo(401);
    }

    @Test
    void a_revoked_key_is_refused_at_once() {
        fixture.keys().revoke(KeyKind.BOT, new KeyName("trend"), "ann");

        assertThat(bot.get("/v2/orders").status()).isEqualTo(401);
    }

    @Test
    void an_unknown_path_is_not_found_in_the_venues_form() {
        bot.refused("GET", "/v2/nothing", "", 404, 40410000, "endpoint not found.");
        bot.refused("PUT", "/v2/orders", "", 404, 40410000, "endpoint not found.");
        bot.refused("GET", "/v2/orders/%zz", "", 404, 40410000, "endpoint not found.");
    }
}
