package dev.lockstep.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lockstep.app.doctor.FindingsBody;
import dev.lockstep.app.form.CancelAllForm;
import dev.lockstep.app.form.OrderForm;
import dev.lockstep.app.form.RecordFields;
import dev.lockstep.app.form.ReplaceForm;
import dev.lockstep.app.form.request.ClockForm;
import dev.lockstep.app.form.request.CloseForm;
import dev.lockstep.app.form.request.HaltForm;
import dev.lockstep.app.form.request.LimitForm;
import dev.lockstep.app.form.request.LoginForm;
import dev.lockstep.app.form.request.ReasonForm;
import dev.lockstep.app.form.request.ResumeForm;
import dev.lockstep.app.form.request.ReverseForm;
import dev.lockstep.app.form.request.SetPriceForm;
import dev.lockstep.app.view.ChannelTrialBody;
import dev.lockstep.app.view.NotificationsBody;
import dev.lockstep.app.view.body.AccountBody;
import dev.lockstep.app.view.body.AdoptBody;
import dev.lockstep.app.view.body.BackupBody;
import dev.lockstep.app.view.body.CancelBody;
import dev.lockstep.app.view.body.CanceledBody;
import dev.lockstep.app.view.body.DenialBody;
import dev.lockstep.app.view.body.ExternalOrderBody;
import dev.lockstep.app.view.body.ExternalPageBody;
import dev.lockstep.app.view.body.OrderBody;
import dev.lockstep.app.view.body.OrderDetailBody;
import dev.lockstep.app.view.body.OrderEventBody;
import dev.lockstep.app.view.body.OrderPageBody;
import dev.lockstep.app.view.body.OutcomeBody;
import dev.lockstep.app.view.body.PreviewBody;
import dev.lockstep.app.view.body.ReplaceBody;
import dev.lockstep.app.view.body.UnreadableBody;
import dev.lockstep.app.view.body.health.BrokerLinkBody;
import dev.lockstep.app.view.body.health.HealthBody;
import dev.lockstep.app.view.body.health.IncidentBody;
import dev.lockstep.app.view.body.health.IncidentPageBody;
import dev.lockstep.app.view.body.health.LastSyncBody;
import dev.lockstep.app.view.body.health.LoopSyncBody;
import dev.lockstep.app.view.body.key.HookBody;
import dev.lockstep.app.view.body.key.KeyBody;
import dev.lockstep.app.view.body.key.KeyListBody;
import dev.lockstep.app.view.body.position.CloseBody;
import dev.lockstep.app.view.body.position.PositionBody;
import dev.lockstep.app.view.body.position.PositionsBody;
import dev.lockstep.app.view.body.risk.HaltBody;
import dev.lockstep.app.view.body.risk.RestrictionBody;
import dev.lockstep.app.view.body.risk.RiskBody;
import dev.lockstep.app.view.body.risk.RulesBody;
import dev.lockstep.app.view.change.SyncBody;
import dev.lockstep.app.view.market.AssetsBody;
import dev.lockstep.app.view.market.BarBody;
import dev.lockstep.app.view.market.BarsBody;
import dev.lockstep.app.view.market.QuoteBody;
import dev.lockstep.app.view.market.SnapshotBody;
import dev.lockstep.app.view.report.ActivityBody;
import dev.lockstep.app.view.report.AdjustmentBody;
import dev.lockstep.app.view.report.AdjustmentPageBody;
import dev.lockstep.app.view.report.AuditBody;
import dev.lockstep.app.view.report.HistoryBody;
import dev.lockstep.app.view.report.ProfitReportBody;
import dev.lockstep.app.view.report.RoundTripBody;
import dev.lockstep.app.view.report.RoundTripsBody;
import dev.lockstep.app.view.report.StatementBody;
import dev.lockstep.app.view.report.StrategiesBody;
import dev.lockstep.app.view.report.StrategyBody;
import dev.lockstep.app.view.report.SymbolProfitBody;
import dev.lockstep.app.web.board.InvariantsBody;
import dev.lockstep.app.web.board.PlatformStatusBody;
import dev.lockstep.app.web.route.ApiDocument;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas of the OpenAPI document, compared with the records that are written and read. */
class ApiSchemasTest {
    private static final String SCHEMAS = "/components/schemas/";
    private static final String API = "/paths/~1api~1v1~1";
    private static final String ORDERS = API + "orders";
    private static final String JSON = "/content/application~1json/schema";

    /** The fields that a request may leave out, and that the answer with its order has. */
    private static final List<String> ALWAYS =
            List.of("symbol", "side", "type", "timeInForce", "tradingHours", "orderClass", "key");

    @ParameterizedTest
    @MethodSource("answers")
    void the_schema_of_an_answer_has_the_components_of_its_record(
            String place, Class<? extends Record> type) {
        JsonNode schema = document().at(place);

        assertThat(names(schema)).containsExactlyInAnyOrderElementsOf(RecordFields.names(type));
        assertThat(texts(schema.path("required")))
                .containsExactlyInAnyOrderElementsOf(RecordFields.names(type));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void a_field_may_be_null_where_its_component_may(String place, Class<? extends Record> type) {
        JsonNode properties = document().at(place).path("properties");

        assertThat(RecordFields.of(type).filter(component -> !required(component)))
                .extracting(RecordComponent::getName)
                .containsExactlyInAnyOrderElementsOf(
                        names(document().at(place)).stream()
                                .filter(name -> nullable(properties.path(name)))
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("requests")
    void the_schema_of_a_request_has_the_components_of_its_record(
            String place, Class<? extends Record> type) {
        assertThat(names(document().at(place)))
                .containsExactlyInAnyOrderElementsOf(RecordFields.names(type));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_command_prints_the_record_that_rest_answers_with(
            String command, Class<? extends Record> type) throws IOException {
        String row =
                Files.readAllLines(Path.of("../docs/cli.md")).stream()
                        .filter(line -> line.startsWith("| `" + command + "` | "))
                        .filter(line -> line.split("\\|", -1).length == 4)
                        .findFirst()
                        .orElseThrow();

        assertThat(RecordFields.names(type))
                .allSatisfy(name -> assertThat(row).contains("`" + name + "`"));
    }

    static Stream<Arguments> commands() {
        return Stream.of(
                arguments("quote", QuoteBody.class),
                arguments("strategy list", StrategiesBody.class),
                arguments("strategy list", StrategyBody.class),
                arguments("bars", BarsBody.class));
    }

    static Stream<Arguments> answers() {
        String roundTrips = API + "round-trips/get/responses/200" + JSON;
        String preview = ORDERS + "~1preview/post/responses/200" + JSON;
        return Stream.of(
                arguments(SCHEMAS + "Order", OrderBody.class),
                arguments(SCHEMAS + "OrderEvent", OrderEventBody.class),
                arguments(SCHEMAS + "OperatorAct", AuditBody.ActBody.class),
                arguments(API + "keys/get/responses/200" + JSON, KeyListBody.class),
                arguments(SCHEMAS + "Key", KeyBody.class),
                arguments(SCHEMAS + "Hook", HookBody.class),
                arguments(API + "notifications/get/responses/200" + JSON, NotificationsBody.class),
                arguments(SCHEMAS + "NotificationChannel", NotificationsBody.ChannelBody.class),
                arguments(SCHEMAS + "Notification", NotificationsBody.NotificationBody.class),
                arguments(SCHEMAS + "ChannelTrial", ChannelTrialBody.class),
                arguments(SCHEMAS + "Statement", StatementBody.class),
                arguments(SCHEMAS + "StatementInstrument", StatementBody.InstrumentBody.class),
                arguments(SCHEMAS + "StatementFlow", StatementBody.FlowBody.class),
                arguments(API + "account/get/responses/200" + JSON, AccountBody.class),
                arguments(API + "account~1history/get/responses/200" + JSON, HistoryBody.class),
                arguments(API + "profit/get/responses/200" + JSON, ProfitReportBody.class),
                arguments(SCHEMAS + "SymbolProfit", SymbolProfitBody.class),
                arguments(API + "strategies/get/responses/200" + JSON, StrategiesBody.class),
                arguments(
                        API
                                + "strategies/get/responses/200"
                                + JSON
                                + "/properties/strategies/items",
                        StrategyBody.class),
                arguments(roundTrips, RoundTripsBody.class),
                arguments(roundTrips + "/properties/trips/items", RoundTripBody.class),
                arguments(
                        roundTrips + "/properties/statistics",
                        RoundTripsBody.TripStatisticsBody.class),
                arguments(API + "activity/get/responses/200" + JSON, ActivityBody.class),
                arguments(SCHEMAS + "Activity", ActivityBody.ActivityEventBody.class),
                arguments(API + "adjustments/get/responses/200" + JSON, AdjustmentPageBody.class),
                arguments(SCHEMAS + "Adjustment", AdjustmentBody.class),
                arguments(SCHEMAS + "Sync", SyncBody.class),
                arguments(API + "external-orders/get/responses/200" + JSON, ExternalPageBody.class),
                arguments(SCHEMAS + "ExternalOrder", ExternalOrderBody.class),
                arguments(API + "quotes/get/responses/200" + JSON, QuoteBody.class),
                arguments(API + "bars/get/responses/200" + JSON, BarsBody.class),
                arguments(
                        API + "bars/get/responses/200" + JSON + "/properties/bars/items",
                        BarBody.class),
                arguments(SCHEMAS + "Asset", AssetsBody.AssetBody.class),
                arguments(SCHEMAS + "Snapshot", SnapshotBody.class),
                arguments(SCHEMAS + "Outcome", OutcomeBody.class),
                arguments(SCHEMAS + "CancelOutcome", CancelBody.class),
                arguments(SCHEMAS + "ReplaceOutcome", ReplaceBody.class),
                arguments(SCHEMAS + "Unreadable", UnreadableBody.class),
                arguments(SCHEMAS + "Position", PositionBody.class),
                arguments(API + "positions/get/responses/200" + JSON, PositionsBody.class),
                arguments(SCHEMAS + "CloseOutcome", CloseBody.class),
                arguments(
                        API + "external-orders~1{id}~1adopt/post/responses/200" + JSON,
                        AdoptBody.class),
                arguments(SCHEMAS + "Restriction", RestrictionBody.class),
                arguments(SCHEMAS + "StrategyRules", RulesBody.class),
                arguments(SCHEMAS + "Risk", RiskBody.class),
                arguments(SCHEMAS + "Halt", HaltBody.class),
                arguments(SCHEMAS + "Incident", IncidentBody.class),
                arguments(SCHEMAS + "Status", PlatformStatusBody.class),
                arguments(SCHEMAS + "Status/properties/broker", BrokerLinkBody.class),
                arguments(SCHEMAS + "Status/properties/sync", LoopSyncBody.class),
                arguments(API + "invariants/get/responses/200" + JSON, InvariantsBody.class),
                arguments(SCHEMAS + "Finding", FindingsBody.FindingBody.class),
                arguments(API + "backup/post/responses/201" + JSON, BackupBody.class),
                arguments(API + "incidents/get/responses/200" + JSON, IncidentPageBody.class),
                arguments(SCHEMAS + "Health", HealthBody.class),
                arguments(SCHEMAS + "Health/properties/lastSync/oneOf/0", LastSyncBody.class),
                arguments(ORDERS + "/get/responses/200" + JSON, OrderPageBody.class),
                arguments(ORDERS + "~1{id}/get/responses/200" + JSON, OrderDetailBody.class),
                arguments(preview, PreviewBody.class),
                arguments(ORDERS + "~1{id}~1preview/post/responses/200" + JSON, PreviewBody.class),
                arguments(SCHEMAS + "Denial", DenialBody.class),
                arguments(ORDERS + "~1cancel-all/post/responses/202" + JSON, CanceledBody.class));
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                arguments(SCHEMAS + "NewOrder", OrderForm.class),
                arguments(ORDERS + "~1{id}/patch/requestBody" + JSON, ReplaceForm.class),
                arguments(ORDERS + "~1{id}~1preview/post/requestBody" + JSON, ReplaceForm.class),
                arguments(ORDERS + "~1cancel-all/post/requestBody" + JSON, CancelAllForm.class),
                arguments(
                        API + "positions~1{symbol}~1close/post/requestBody" + JSON,
                        CloseForm.class),
                arguments(
                        API + "positions~1{symbol}~1reverse/post/requestBody" + JSON,
                        ReverseForm.class),
                arguments(API + "risk~1limits~1{name}/put/requestBody" + JSON, LimitForm.class),
                arguments(API + "risk~1limits~1{name}/delete/requestBody" + JSON, ReasonForm.class),
                arguments(API + "trading~1halt/post/requestBody" + JSON, HaltForm.class),
                arguments(API + "trading~1resume/post/requestBody" + JSON, ResumeForm.class),
                arguments(
                        API + "incidents~1{number}~1acknowledge/post/requestBody" + JSON,
                        ReasonForm.class),
                arguments(
                        API + "incidents~1{number}~1close/post/requestBody" + JSON,
                        ReasonForm.class),
                arguments(API + "login/post/requestBody" + JSON, LoginForm.class),
                arguments(API + "simulator~1price/post/requestBody" + JSON, SetPriceForm.class),
                arguments(API + "simulator~1clock/post/requestBody" + JSON, ClockForm.class));
    }

    /** Returns whether a component is never null in an answer. */
    private static boolean required(RecordComponent component) {
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                || (component.getDeclaringRecord().equals(OrderForm.class)
                        && ALWAYS.contains(component.getName()));
    }

    private static boolean nullable(JsonNode schema) {
        return schema.has("oneOf")
                ? texts(schema.path("oneOf").path(1)).contains("null")
                : texts(schema.path("type")).contains("null");
    }

    private static List<String> names(JsonNode schema) {
        List<String> names = new ArrayList<>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(JsonNode values) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(value.asText()));
        return texts;
    }

    private static JsonNode document() {
        try (InputStream in = ApiDocument.class.getResourceAsStream(ApiDocument.RESOURCE)) {
            return JsonMapper.builder().build().readTree(in);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
