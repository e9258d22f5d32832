package dev.sluice.examples.failover;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.sluice.Flow;
import dev.sluice.Sluice;
import dev.sluice.Submission;
import dev.sluice.database.DatabaseDelivery;
import dev.sluice.delivery.testkit.ScriptedBuyer.Reply;
import dev.sluice.delivery.testkit.ScriptedBuyerServer;
import dev.sluice.email.EmailDelivery;
import dev.sluice.email.SmtpServer;
import dev.sluice.flow.FlowDefinition;
import dev.sluice.http.Egress;
import dev.sluice.http.WebhookDelivery;
import dev.sluice.types.Lead;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * Three leads while one thing after the other goes down: the first reaches the CRM, the second the sales team by email, the
 * third is kept in a database. All servers are on this machine.
 */
public final class Failover {
    private static final String TABLE =
            "create table leads (delivery_key varchar(200) not null unique, email varchar(320), phone varchar(40),"
                    + " state varchar(2), loan_amount decimal(12, 2), received timestamp with time zone)";

    private Failover() {}

    /** Started at the top of the project, or with the path of the definition. */
    public static void main(String[] args) throws IOException, SQLException {
        run(Path.of(args.length > 0 ? args[0] : "examples/failover/flow.json"), System.out);
    }

    static void run(Path definition, PrintStream out) throws IOException, SQLException {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        JdbcConnectionPool database = JdbcConnectionPool.create("jdbc:h2:mem:failover", "", "");
        mail.start();
        try (ScriptedBuyerServer crm = ScriptedBuyerServer.replying(Reply.ACCEPT, Reply.ERROR);
                Connection kept = database.getConnection();
                WebhookDelivery webhook = webhook(crm);
                Sluice sluice = Sluice.builder()
                        .delivery("webhook", webhook)
                        .delivery("email", email(mail))
                        .delivery(
                                "database",
                                DatabaseDelivery.builder().source(database).build())
                        .build()) {
            made(kept);
            String text = Files.readString(definition).replace("https://crm.example/leads", crm.url());
            Flow flow = sluice.open(FlowDefinition.read(text));
            out.println("all is well:          " + submit(flow, "Ann"));
            out.println("the CRM is down:      " + submit(flow, "Bob"));
            int mails = mail.getReceivedMessages().length;
            mail.stop();
            out.println("the mail is down too: " + submit(flow, "Cid"));
            out.println("CRM " + crm.taken().size() + ", mail " + mails + ", database " + rows(kept));
        } finally {
            mail.stop();
            database.dispose();
        }
    }

    private static WebhookDelivery webhook(ScriptedBuyerServer crm) {
        return WebhookDelivery.builder()
                .egress(Egress.publicOnly().allowNetwork("127.0.0.0/8").allowPort(crm.port()))
                .secrets(name -> "made-up")
                .build();
    }

    private static EmailDelivery email(GreenMail mail) {
        SmtpServer server = SmtpServer.at("127.0.0.1", mail.getSmtp().getPort()).security(SmtpServer.Security.NONE);
        return EmailDelivery.builder().server(server).build();
    }

    private static void made(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(TABLE);
        }
    }

    private static String submit(Flow flow, String name) {
        Submission answer = flow.submit(Lead.from("web")
                .with("first_name", name)
                .with("email", name + "@example.com")
                .with("phone_1", "512 555 0123")
                .with("state", "Texas")
                .with("loan_amount", "250,000"));
        return answer.deliveries().toString();
    }

    private static String rows(Connection database) throws SQLException {
        StringBuilder rows = new StringBuilder();
        try (Statement statement = database.createStatement();
                ResultSet all = statement.executeQuery("select email, phone, state, loan_amount from leads")) {
            while (all.next()) {
                rows.append(all.getString(1))
                        .append(' ')
                        .append(all.getString(2))
                        .append(' ');
                rows.append(all.getString(3)).append(' ').append(all.getBigDecimal(4));
            }
        }
        return rows.toString();
    }
}
