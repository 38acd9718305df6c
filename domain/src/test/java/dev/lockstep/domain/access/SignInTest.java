package dev.lockstep.domain.access;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.domain.access.SignIn.Act;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "<script>", "1.2.3.4\n"})
    void a_client_is_an_address(String client) {
        assertThatThrownBy(() -> new SignIn(Act.REFUSED, client, Instant.EPOCH))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("client");
    }
}
