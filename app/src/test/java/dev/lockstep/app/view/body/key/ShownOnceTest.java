package dev.lockstep.app.view.body.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

class ShownOnceTest {
    private static final ShownOnce SECRET = new ShownOnce("s3cret");

    @Test
    void only_json_has_the_secret() throws JsonProcessingException {
        assertThat(JsonMapper.builder().build().writeValueAsString(SECRET)).isEqualTo("\"s3cret\"");
        assertThat(SECRET).hasToString("[redacted]");
    }
}
