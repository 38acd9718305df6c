package dev.lockstep.simulator.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.alpaca.request.RefusedRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999", "{\"qty\":1e-2147483648}", "[]", "{"})
    void a_body_that_is_no_object_is_refused(String body) {
        assertThatThrownBy(() -> new Json().object(body.getBytes(UTF_8)))
                .isInstanceOf(RefusedRequest.class);
    }
}
