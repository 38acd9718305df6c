package dev.lockstep.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.persistence.postgres.PostgresAddress.Tls;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresAddressTest {
    @Test
    void hosts_ports_and_options_are_read() {
        PostgresAddress address =
                PostgresAddress.parsed("postgresql://ann@db1:5433,[::1],db3/trading?schema=desk");

        assertThat(address.hosts())
                .isEqualTo(
                        List.of(
                                new PostgresHost("db1", 5433),
                                new PostgresHost("::1", 5432),
                                new PostgresHost("db3", 5432)));
        assertThat(address.schema()).isEqualTo("desk");
        assertThat(address.tls()).isEqualTo(Tls.VERIFY_FULL);
        assertThat(PostgresAddress.parsed("postgres://ann@localhost/trading").tls())
                .isEqualTo(Tls.DISABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://ann@db1/trading",
                "postgresql://ann@db1,[::1]:5433/trading?schema=desk&sslmode=require",
                "postgresql://ann@localhost/trading?sslmode=verify-full&sslrootcert=/etc/ca.pem",
                "postgresql://ann@db1/trading?sslmode=disable"
            })
    void its_text_is_read_as_the_same_address(String text) {
        PostgresAddress address = PostgresAddress.parsed(text);

        assertThat(PostgresAddress.parsed(address.toString())).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://ann:hush@db1/trading",
                "postgresql://ann:hu@sh@db1/trading",
                "postgresql://ann:hu/sh@db1/trading",
                "mysql://ann:hush@db1/trading"
            })
    void a_password_is_refused_and_not_repeated(String text) {
        assertThatThrownBy(() -> PostgresAddress.parsed(text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("ann:***@db1")
                .message()
                .doesNotContain("hu", "sh@");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trading",
                "postgresql://db1/trading",
                "postgresql://ann@db1",
                "postgresql://ann@db1:0/trading",
                "postgresql://ann@,db1/trading",
                "postgresql://ann@db1/trading?schema=Desk",
                "postgresql://ann@db1/trading?sslmode=prefer",
                "postgresql://ann@db1/trading?shema=desk",
                "postgresql://ann@db1/trading?schema="
            })
    void what_is_no_address_is_refused(String text) {
        assertThatThrownBy(() -> PostgresAddress.parsed(text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("expected");
    }
}
