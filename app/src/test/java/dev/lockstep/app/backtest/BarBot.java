package dev.lockstep.app.backtest;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A bot as a program of its own: it holds ten shares while the last bar closed above the one
 * before. It knows nothing but the environment of Alpaca's clients.
 */
final class BarBot implements WebSocket.Listener {
    private static final Pattern CLOSE = Pattern.compile("\"T\":\"b\".*|.*\"T\":\"b\"");
    private static final Pattern PRICE = Pattern.compile("\"c\":([0-9.]+)");

    private final HttpClient http = HttpClient.newHttpClient();
    private final StringBuilder text = new StringBuilder();
    private final String symbol;
    private @Nullable BigDecimal last;
    private boolean held;

    private BarBot(String symbol) {
        this.symbol = symbol;
    }

    /** Runs until it is ended. */
    public static void main(String[] arguments) throws Exception {
        BarBot bot = new BarBot(arguments[0]);
        System.out.println("the bot starts");
        bot.http
                .newWebSocketBuilder()
                .header("APCA-API-KEY-ID", variable("APCA_API_KEY_ID"))
                .header("APCA-API-SECRET-KEY", variable("APCA_API_SECRET_KEY"))
                .buildAsync(URI.create(variable("DATA_PROXY_WS") + "/v2/iex"), bot)
                .join()
                .sendText("{\"action\":\"subscribe\",\"bars\":[\"" + bot.symbol + "\"]}", true)
                .join();
        new CountDownLatch(1).await();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean whole) {
        text.append(part);
        if (whole) {
            String message = text.toString();
            text.setLength(0);
            if (CLOSE.matcher(message).find()) {
                Matcher price = PRICE.matcher(message);
                if (price.find()) {
                    bar(new BigDecimal(price.group(1)));
                }
            }
        }
        socket.request(1);
        return null;
    }

    private void bar(BigDecimal close) {
        BigDecimal before = last;
        last = close;
        if (before == null || held == close.compareTo(before) > 0) {
            return;
        }
        held = !held;
        order(held ? "buy" : "sell");
    }

    private void order(String side) {
        String body =
                "{\"symbol\":\"%s\",\"qty\":\"10\",\"side\":\"%s\",\"type\":\"market\",\"time_in_force\":\"day\"}"
                        .formatted(symbol, side);
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(variable("APCA_API_BASE_URL") + "/v2/orders"))
                        .header("APCA-API-KEY-ID", variable("APCA_API_KEY_ID"))
                        .header("APCA-API-SECRET-KEY", variable("APCA_API_SECRET_KEY"))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            System.out.println(side + " " + answer.statusCode());
        } catch (IOException | InterruptedException e) {
            System.out.println("failed " + e);
        }
    }

    private static String variable(String name) {
        return String.valueOf(System.getenv(name));
    }
}
