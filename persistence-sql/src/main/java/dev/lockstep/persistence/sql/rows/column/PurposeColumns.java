package dev.lockstep.persistence.sql.rows.column;

import dev.lockstep.domain.order.OrderPurpose;
import dev.lockstep.domain.order.OrderPurpose.Adopted;
import dev.lockstep.domain.order.OrderPurpose.Closing;
import dev.lockstep.domain.order.OrderPurpose.Imported;
import dev.lockstep.domain.order.OrderPurpose.Kind;
import dev.lockstep.domain.order.OrderPurpose.Leg;
import dev.lockstep.domain.order.OrderPurpose.Protection;
import dev.lockstep.domain.order.OrderPurpose.Remainder;
import dev.lockstep.domain.order.OrderPurpose.Requested;
import dev.lockstep.domain.order.OrderPurpose.Reversal;
import dev.lockstep.domain.order.id.OrderId;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Mapping of an order's purpose to its seven columns, all NULL for an order that a caller
 * requested. A reversal has only the last one.
 */
public record PurposeColumns(
        @Nullable Kind kind,
        @Nullable OrderId order,
        @Nullable OrderId close,
        Protection.@Nullable Part part,
        @Nullable Long attempt,
        @Nullable Boolean whole,
        @Nullable OrderId reverses) {

    public static PurposeColumns of(OrderPurpose purpose) {
        return switch (purpose) {
            case Requested _ -> new PurposeColumns(null, null, null, null, null, null, null);
            case Leg _, Adopted _, Imported _ ->
                    new PurposeColumns(purpose.kind(), null, null, null, null, null, null);
            case Closing(OrderId after, boolean whole) ->
                    new PurposeColumns(purpose.kind(), after, null, null, null, whole, null);
            case Protection(OrderId exit, OrderId close, Protection.Part part, int attempt) ->
                    new PurposeColumns(
                            purpose.kind(), exit, close, part, (long) attempt, null, null);
            case Remainder(OrderId larger) ->
                    new PurposeColumns(purpose.kind(), larger, null, null, null, null, null);
            case Reversal(OrderId close) ->
                    new PurposeColumns(null, null, null, null, null, null, close);
        };
    }

    public static PurposeColumns read(Columns columns) throws SQLException {
        return new PurposeColumns(
                columns.valueOrNull(Kind::valueOf),
                columns.valueOrNull(OrderId::new),
                columns.valueOrNull(OrderId::new),
                columns.valueOrNull(Protection.Part::valueOf),
                columns.valueOrNull(Long::valueOf),
                columns.valueOrNull("1"::equals),
                columns.valueOrNull(OrderId::new));
    }

    public void bind(Parameters parameters) throws SQLException {
        parameters
                .textOrNull(kind == null ? null : kind.name())
                .textOrNull(order)
                .textOrNull(close)
                .textOrNull(part == null ? null : part.name())
                .numberOrNull(attempt)
                .numberOrNull(whole == null ? null : whole ? 1L : 0L)
                .textOrNull(reverses);
    }

    public OrderPurpose purpose() {
        return switch (kind) {
            case null -> reverses == null ? new Requested() : new Reversal(reverses);
            case REQUESTED -> new Requested();
            case REVERSAL -> new Reversal(Columns.required("reverses", reverses));
            case LEG -> new Leg();
            case ADOPTED -> new Adopted();
            case IMPORTED -> new Imported();
            case CLOSING -> new Closing(order, Columns.required("purpose_whole", whole));
            case PROTECTION ->
                    new Protection(
                            Columns.required("purpose_order", order),
                            Columns.required("purpose_close", close),
                            Columns.required("purpose_part", part),
                            Math.toIntExact(Columns.required("purpose_attempt", attempt)));
            case REMAINDER -> new Remainder(Columns.required("purpose_order", order));
        };
    }
}
