package dev.lockstep.broker.alpaca.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;

/** What the clients for hosts with and without TLS have in common, and what not. */
class HttpConnectionsTest {
    private static final TimeOuts TIME_OUTS = TimeOuts.defaults();

    @Test
    void a_client_without_tls_loads_no_certificates() {
        OkHttpClient client = HttpConnections.openWithoutTls(TIME_OUTS);

        assertThatThrownBy(client::sslSocketFactory).isInstanceOf(IllegalStateException.class);
        assertThat(HttpConnections.open(TIME_OUTS).sslSocketFactory()).isNotNull();
    }

    /** OkHttp itself would send the request, with its keys, unencrypted. */
    @Test
    void a_client_without_tls_sends_nothing_to_an_encrypted_address() {
        OkHttpClient client = HttpConnections.openWithoutTls(TIME_OUTS);
        Request encrypted = new Request.Builder().url("https://127.0.0.1:1/v2/clock").build();

        assertThatThrownBy(client.newCall(encrypted)::execute)
                .isInstanceOf(IOException.class)
                .hasMessage("this client has no TLS: 127.0.0.1");
    }

    @Test
    void a_client_without_tls_keeps_every_other_setting() {
        OkHttpClient plain = HttpConnections.openWithoutTls(TIME_OUTS);
        OkHttpClient encrypted = HttpConnections.open(TIME_OUTS);

        assertThat(plain.retryOnConnectionFailure()).isFalse();
        assertThat(plain.followRedirects()).isFalse();
        assertThat(plain.callTimeoutMillis()).isEqualTo(encrypted.callTimeoutMillis());
        assertThat(plain.networkInterceptors()).hasSameSizeAs(encrypted.networkInterceptors());
    }
}
