package dev.lockstep.broker.alpaca.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.domain.order.RejectReason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Classifies every known refusal message, independent of its numeric code. */
final class BrokerRefusalsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    401 | unauthorized. | UNAUTHORIZED
                    401 | request is not authorized | UNAUTHORIZED
                    403 | forbidden. | UNAUTHORIZED
                    403 | insufficient buying power | INSUFFICIENT_BUYING_POWER
                    403 | insufficient balance for USD (requested: 10, available: 1) | INSUFFICIENT_BUYING_POWER
                    403 | insufficient balance for ETH (requested: 13.338989, available: 13.33898895) | INSUFFICIENT_QUANTITY
                    403 | insufficient qty available for order (requested: 23, available: 0) | INSUFFICIENT_QUANTITY
                    403 | insufficient underlying qty available for covered call | INSUFFICIENT_QUANTITY
                    403 | potential wash trade detected. use complex orders | WASH_TRADE
                    422 | potential wash trade detected. opposite side limit order exists | WASH_TRADE
                    403 | account is not allowed to short | NOT_TRADABLE
                    422 | client_order_id must be unique | DUPLICATE_CLIENT_ORDER_ID
                    409 | client_order_id must be unique | DUPLICATE_CLIENT_ORDER_ID
                    422 | client_order_id must be no more than 128 characters | OTHER
                    422 | qty or notional is required | OTHER
                    422 | asset MKR/USD is not active | NOT_TRADABLE
                    422 | asset "ZZZZ" not found | UNKNOWN_SYMBOL
                    404 | asset not found for ZZZZ | UNKNOWN_SYMBOL
                    422 | asset "X" is not tradable | NOT_TRADABLE
                    422 | asset "X" cannot be sold short | NOT_TRADABLE
                    403 | asset "X" is not fractionable | NOT_TRADABLE
                    422 | invalid limit_price 290.123. sub-penny increment does not fulfill minimum pricing criteria | PRICE_RULE
                    422 | stop price must be less than current price | PRICE_RULE
                    422 | take_profit.limit_price must be >= base_price + 0.01 | PRICE_RULE
                    422 | stop_loss.stop_price must be <= base_price - 0.01 | PRICE_RULE
                    403 | market is closed | MARKET_CLOSED
                    422 | fractional orders must be DAY orders | OTHER
                    403 | cost basis must be >= minimal amount of order 10 | OTHER
                    404 | order not found for x | OTHER
                    """)
    void a_refusal_is_classified_by_its_message(int status, String message, RejectReason reason) {
        assertThat(BrokerRefusals.reason(status, message)).isEqualTo(reason);
    }
}
