package dev.sluice.email;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.sluice.delivery.DeliveryPlugin;
import dev.sluice.delivery.testkit.DeliveryPluginContract;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The plugin against a real mail server. */
class EmailDeliveryContractTest extends DeliveryPluginContract {
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final SmtpScript silent = SmtpScript.start().on(SmtpScript.GREETING, SmtpScript.SILENT);

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.stop();
        silent.close();
    }

    private static DeliveryPlugin plugin(int port) {
        return EmailDelivery.builder()
                .server(SmtpServer.at("127.0.0.1", port).security(SmtpServer.Security.NONE))
                .build();
    }

    @Override
    protected DeliveryPlugin plugin() {
        return plugin(server.getSmtp().getPort());
    }

    @Override
    protected DeliveryPlugin unanswered() {
        return plugin(silent.port());
    }

    @Override
    protected Obj config() {
        return Obj.EMPTY
                .with("from", new Text("leads@example.com"))
                .with("to", new Text("sales@example.com"))
                .with("subject", new Text("New lead"));
    }

    @Override
    protected List<String> keysSeen() {
        List<String> keys = new ArrayList<>();
        try {
            for (MimeMessage message : server.getReceivedMessages()) {
                keys.add(message.getMessageID().replaceAll("^<|@.*", ""));
            }
        } catch (MessagingException broken) {
            throw new IllegalStateException(broken);
        }
        return keys;
    }
}
