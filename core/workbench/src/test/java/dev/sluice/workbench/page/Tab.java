package dev.sluice.workbench.page;

import dev.sluice.json.ValueJson;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One page in a browser, by the protocol of its developer tools. */
final class Tab implements WebSocket.Listener, AutoCloseable {

    private final Map<Integer, CompletableFuture<Value>> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();
    private final StringBuilder part = new StringBuilder();
    private @Nullable WebSocket socket;

    void connect(HttpClient http, URI address) {
        socket = http.newWebSocketBuilder().buildAsync(address, this).join();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean whole) {
        part.append(data);
        if (whole) {
            Value said = ValueJson.read(part.toString());
            part.setLength(0);
            CompletableFuture<Value> answer = said.part("id").isMissing()
                    ? null
                    : waiting.remove(Integer.parseInt(said.part("id").text()));
            if (answer != null) {
                answer.complete(said);
            }
        }
        from.request(1);
        return null;
    }

    /** Calls a method and waits for its answer. */
    Value call(String method, Obj params) throws Exception {
        int id = last.incrementAndGet();
        CompletableFuture<Value> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        String words = ValueJson.write(Obj.EMPTY
                .with("id", Value.number(id))
                .with("method", Value.text(method))
                .with("params", params));
        if (socket != null) {
            socket.sendText(words, true).join();
        }
        return answer.get(30, TimeUnit.SECONDS);
    }

    /** What an expression comes to, when it has: text, whatever it is. */
    String eval(String expression) throws Exception {
        Value answer = call(
                "Runtime.evaluate",
                Obj.EMPTY
                        .with("expression", Value.text(expression))
                        .with("awaitPromise", Value.bool(true))
                        .with("returnByValue", Value.bool(true)));
        if (!answer.part("error").isMissing()
                || !answer.part("result").part("exceptionDetails").isMissing()) {
            throw new IllegalStateException(expression + " gave " + answer.text());
        }
        return answer.part("result").part("result").part("value").text();
    }

    /** Waits until an expression is true, through reloads. */
    void until(String expression) throws Exception {
        String loop = "new Promise(done => { const look = () => (" + expression
                + ") ? done(true) : setTimeout(look, 5); look(); })";
        for (int i = 0; i < 20; i++) {
            try {
                eval(loop);
                return;
            } catch (IllegalStateException loadedAnew) {
                // What was asked of is gone; ask what stands there now.
            }
        }
        throw new IllegalStateException(expression + " never held");
    }

    /** Waits until the leads are read. */
    void ready() throws Exception {
        until("document.documentElement.dataset.ready");
    }

    /** Types text where the focus is. */
    void type(String text) throws Exception {
        call("Input.insertText", Obj.EMPTY.with("text", Value.text(text)));
    }

    /** Presses a key. */
    void press(String key, int code, String text) throws Exception {
        Obj stroke = Obj.EMPTY
                .with("key", Value.text(key))
                .with("code", Value.text(key))
                .with("windowsVirtualKeyCode", Value.number(code));
        Obj down = stroke.with("type", Value.text("keyDown"));
        call("Input.dispatchKeyEvent", text.isEmpty() ? down : down.with("text", Value.text(text)));
        call("Input.dispatchKeyEvent", stroke.with("type", Value.text("keyUp")));
    }

    /** A screen of this width in light or dark. */
    void screen(int width, String scheme) throws Exception {
        call(
                "Emulation.setDeviceMetricsOverride",
                Obj.EMPTY
                        .with("width", Value.number(width))
                        .with("height", Value.number(900))
                        .with("deviceScaleFactor", Value.number(1))
                        .with("mobile", Value.bool(width < 700)));
        Value feature =
                Obj.EMPTY.with("name", Value.text("prefers-color-scheme")).with("value", Value.text(scheme));
        call("Emulation.setEmulatedMedia", Obj.EMPTY.with("features", Value.list(java.util.List.of(feature))));
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.abort();
        }
    }
}
