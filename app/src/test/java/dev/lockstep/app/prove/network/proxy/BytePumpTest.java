package dev.lockstep.app.prove.network.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BytePumpTest {
    private static final String HEADER = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n";

    @Test
    void the_middle_of_an_answer_is_half_its_body() {
        assertThat(middle(HEADER + "{\"id\":\"7\"}")).isEqualTo(HEADER.length() + 5);
    }

    @Test
    void the_middle_of_an_answer_without_a_body_is_in_its_header() {
        assertThat(middle(HEADER)).isEqualTo(HEADER.length() / 2);
    }

    @Test
    void the_middle_of_bytes_without_a_header_is_half_of_them() {
        assertThat(middle("0123456789")).isEqualTo(5);
    }

    private static int middle(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return BytePump.middle(bytes, bytes.length);
    }
}
