package io.guidepost.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.guidepost.editorial.DocumentId;
import io.guidepost.notifications.StubbornSmtp.Mood;
import io.guidepost.security.Actor;
import io.guidepost.security.Colleague;
import io.guidepost.security.Colleagues;
import io.guidepost.security.PersonId;
import io.guidepost.security.SettableClock;
import io.guidepost.storage.TestMongo;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** E-mails by way of mail servers of all tempers. */
@ExtendWith(OutputCaptureExtension.class)
class MailDeliveryTest {

    private static final NotificationProperties PROPERTIES = properties("Guidepost <cms@example.org>");

    @RegisterExtension
    private final TestMongo mongo = new TestMongo();
    private final SettableClock clock = new SettableClock();
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private Notifications notifications;

    @BeforeEach
    void open() {
        notifications = new MongoNotifications(mongo.database());
        server.start();
    }

    @AfterEach
    void close() {
        server.stop();
    }

    private static NotificationProperties properties(String from) {
        return new NotificationProperties(Duration.ofMillis(500), Duration.ofDays(90),
                new NotificationProperties.Mail(from, "https://cms.example.org/", 3, Duration.ofMinutes(1),
                        Duration.ofDays(2), Duration.ofMillis(100)));
    }

    private static ObjectProvider<JavaMailSender> sender(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        for (String timeout : List.of("connectiontimeout", "timeout", "writetimeout")) {
            sender.getJavaMailProperties().put("mail.smtp." + timeout, "1000");
        }
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerSingleton("mailSender", sender);
        return beans.getBeanProvider(JavaMailSender.class);
    }

    private MailDelivery delivery(int port) {
        return delivery(port, new Team());
    }

    private MailDelivery delivery(int port, Colleagues colleagues) {
        return new MailDelivery(new MongoOutbox(mongo.database()), new Letters(sender(port), PROPERTIES), colleagues,
                PROPERTIES, clock);
    }

    private Notification told(Actor person, String key, String title) {
        return told(person, key, title, clock);
    }

    private Notification told(Actor person, String key, String title, SettableClock when) {
        Notification told = Notification.of(new Notice(key, NotificationKind.REVIEW_REQUESTED, Set.of(person.id()),
                Team.ANN.id(), when.instant(), new Message(About.document(new DocumentId("faq-one"), 2), title,
                        "Ann asks you to review “" + title + "”.", "/api/documents/faq-one")),
                person.id());
        notifications.add(List.of(told), List.of(told.id()));
        return told;
    }

    private String mail(Notification told) {
        return mongo.database().getCollection("notifications").find(new Document("_id", told.id())).first()
                .getString("mail");
    }

    private int port() {
        return server.getSmtp().getPort();
    }

    @Test
    void a_notification_is_sent_once_as_plain_text_with_its_title_and_a_link() throws Exception {
        Notification told = told(Team.EVE, "faq-one@2", "Größe & “Geld”");
        MailDelivery delivery = delivery(port());
        delivery.turn();
        delivery.turn();

        MimeMessage[] received = server.getReceivedMessages();
        assertThat(received).hasSize(1);
        MimeMessage mail = received[0];
        assertThat(mail.getSubject()).isEqualTo("Review asked: Größe & “Geld”");
        assertThat(mail.getFrom()).containsExactly(new InternetAddress("Guidepost <cms@example.org>"));
        assertThat(mail.getRecipients(RecipientType.TO)).containsExactly(new InternetAddress("Eve <eve@example.org>"));
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getContentType()).startsWith("text/plain");
        assertThat(mail.getContent().toString().replace("\r", "").strip()).isEqualTo(
                """
                        Hello Eve,

                        Ann asks you to review “Größe & “Geld””.

                        https://cms.example.org/api/documents/faq-one

                        --\s
                        Which notifications reach you by e-mail is for you to say: https://cms.example.org/api/notifications/preferences""");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getMessageID()).endsWith("@example.org>");
        assertThat(mail(told)).isEqualTo("sent");
    }

    @Test
    void a_title_a_name_or_a_text_with_line_ends_adds_no_header_and_no_recipient() throws Exception {
        String hostile = "One\r\nBcc: mallory@example.org\r\n\r\nBuy now\u2028\u0085\n.\n";
        told(Team.EVE, "faq-one@2", hostile);
        Colleague named = new Colleague(Team.EVE.id(), "Eve\r\nBcc: mallory@example.org", "eve@example.org",
                Team.EVE.roles(), false);
        delivery(port(), only(named)).turn();

        assertThat(server.getReceivedMessages()).hasSize(1);
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Review asked: One Bcc: mallory@example.org Buy now .");
        List<String> headers = Collections.list(mail.getAllHeaders()).stream().map(header -> header.getName()).toList();
        assertThat(headers).doesNotContain("Bcc").contains("To", "Subject");
        assertThat(mail.getAllRecipients()).extracting(one -> ((InternetAddress) one).getAddress())
                .containsExactly("eve@example.org");
        assertThat(GreenMailUtil.getBody(mail)).contains("review");
    }

    private static Colleagues only(Colleague colleague) {
        return new Colleagues() {

            @Override
            public Optional<Colleague> find(PersonId id) {
                return Optional.of(colleague).filter(one -> one.id().equals(id));
            }

            @Override
            public List<Colleague> all() {
                return List.of(colleague);
            }
        };
    }

    @Test
    void nothing_is_sent_to_those_who_have_read_it_have_left_or_have_no_address() {
        Notification read = told(Team.EVE, "faq-one@2", "Read");
        Notification left = told(Team.LEA, "faq-one@2", "Left");
        Notification nowhere = told(Team.EDGAR, "faq-one@2", "Nowhere");
        notifications.read(Team.EVE.id(), read.id(), clock.instant());
        delivery(port()).turn();

        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(List.of(read, left, nowhere)).extracting(this::mail).containsOnly("none");
    }

    @Test
    void what_has_lost_its_worth_is_not_sent() {
        Notification old = told(Team.EVE, "faq-one@2", "Old");
        clock.advance(Duration.ofHours(49));
        delivery(port()).turn();

        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(mail(old)).isEqualTo("failed");
    }

    @Test
    void two_nodes_at_once_send_each_once() throws Exception {
        List<Notification> told = IntStream.range(0, 40).mapToObj(i -> told(Team.EVE, "faq-" + i + "@2", "No. " + i))
                .toList();
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
            List<Future<?>> running = IntStream.range(0, 2).<Future<?>>mapToObj(_ -> nodes.submit(() -> {
                start.await();
                delivery(port()).turn();
                return null;
            })).toList();
            for (Future<?> node : running) {
                node.get();
            }
        }

        List<String> subjects = Arrays.stream(server.getReceivedMessages()).map(mail -> {
            try {
                return mail.getSubject();
            } catch (MessagingException failure) {
                throw new IllegalStateException(failure);
            }
        }).toList();
        assertThat(subjects).hasSize(40).doesNotHaveDuplicates();
        assertThat(told).extracting(this::mail).containsOnly("sent");
    }

    @Test
    void a_server_that_is_away_costs_no_attempt_is_logged_once_and_seen_in_the_health(CapturedOutput output)
            throws Exception {
        int away;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            away = free.getLocalPort();
        }
        Notification one = told(Team.EVE, "faq-one@2", "One");
        Notification two = told(Team.LINUS, "faq-one@2", "One");
        MailDelivery delivery = delivery(away);
        MailHealth health = new MailHealth(new Letters(sender(away), PROPERTIES), delivery);
        assertThat(health.health().getDetails()).containsEntry("mail", "sent");
        for (int i = 0; i < 10; i++) {
            delivery.turn();
            clock.advance(Duration.ofMinutes(1));
        }

        assertThat(output.getAll().split("E-mails cannot be sent", -1)).hasSize(2);
        assertThat(health.health().getStatus().getCode()).isEqualTo("DEGRADED");
        assertThat(health.health().getDetails()).containsEntry("mail", "failing").containsKey("since");
        assertThat(List.of(one, two)).extracting(this::mail).containsOnly("pending");
        GreenMail back = new GreenMail(new ServerSetup(away, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        back.start();
        try {
            delivery.turn();
            assertThat(back.getReceivedMessages()).hasSize(2);
        } finally {
            back.stop();
        }
        assertThat(List.of(one, two)).extracting(this::mail).containsOnly("sent");
        assertThat(output).contains("E-mails are sent again");
        assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
    }

    @Test
    void a_message_that_is_not_taken_is_tried_again_after_ever_longer_waits_and_sent_once() throws Exception {
        try (StubbornSmtp stubborn = new StubbornSmtp(Mood.REFUSES)) {
            Notification told = told(Team.EVE, "faq-one@2", "One");
            MailDelivery delivery = delivery(stubborn.port());
            delivery.turn();
            clock.advance(Duration.ofSeconds(59));
            delivery.turn();
            assertThat(stubborn.tried()).isEqualTo(1);
            clock.advance(Duration.ofSeconds(1));
            delivery.turn();
            assertThat(stubborn.tried()).isEqualTo(2);
            clock.advance(Duration.ofMinutes(3));
            delivery.turn();
            assertThat(stubborn.tried()).isEqualTo(2);
            assertThat(mail(told)).isEqualTo("pending");
            stubborn.become(Mood.TAKES);
            clock.advance(Duration.ofMinutes(1));
            delivery.turn();

            assertThat(stubborn.taken()).hasSize(1).first().asString().contains("Subject: Review asked: One");
            assertThat(mail(told)).isEqualTo("sent");
        }
    }

    @Test
    void a_message_that_is_never_taken_is_given_up_after_so_many_attempts(CapturedOutput output) throws Exception {
        for (Mood mood : List.of(Mood.REFUSES, Mood.BREAKS_OFF)) {
            try (StubbornSmtp stubborn = new StubbornSmtp(mood)) {
                Notification told = told(Team.EVE, "faq-" + mood.ordinal() + "@2", "One");
                MailDelivery delivery = delivery(stubborn.port());
                for (int i = 0; i < 9; i++) {
                    delivery.turn();
                    clock.advance(Duration.ofMinutes(20));
                }

                assertThat(stubborn.tried()).as(mood.name()).isEqualTo(3);
                assertThat(mail(told)).as(mood.name()).isEqualTo("failed");
                assertThat(delivery.failingSince()).isNotNull();
            }
        }
        assertThat(output.getAll().split("E-mails cannot be sent", -1)).as("once for each server").hasSize(3);
    }

    @Test
    void a_message_is_not_sent_again_because_the_server_said_no_farewell() throws Exception {
        try (StubbornSmtp stubborn = new StubbornSmtp(Mood.TAKES_AND_BREAKS_OFF)) {
            Notification told = told(Team.EVE, "faq-one@2", "One");
            MailDelivery delivery = delivery(stubborn.port());
            delivery.turn();
            clock.advance(Duration.ofMinutes(20));
            delivery.turn();

            assertThat(stubborn.taken()).hasSize(1);
            assertThat(mail(told)).isEqualTo("sent");
        }
    }

    @Test
    void a_server_that_hangs_keeps_nobody_from_being_told() throws Exception {
        try (StubbornSmtp hanging = new StubbornSmtp(Mood.HANGS);
                ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Notification told = told(Team.EVE, "faq-one@2", "One");
            Future<?> sending = thread.submit(() -> delivery(hanging.port()).turn());
            await().until(() -> hanging.tried() > 0);
            try (NewsNode node = new NewsNode(mongo.database())) {
                node.submitted(Team.ANN, "two");
                node.round();
                assertThat(node.kinds(Team.LINUS)).containsExactly(NotificationKind.REVIEW_REQUESTED);
            }
            sending.get();
            assertThat(mail(told)).isEqualTo("pending");
        }
    }

    @Test
    void nothing_is_sent_without_a_sender_and_a_server_and_the_start_says_what_is_missing(CapturedOutput output) {
        ObjectProvider<JavaMailSender> none = new DefaultListableBeanFactory().getBeanProvider(JavaMailSender.class);
        Letters noServer = new Letters(none, PROPERTIES);
        Letters noSender = new Letters(sender(25), properties(""));
        Letters neither = new Letters(none, properties(" "));

        for (Letters letters : List.of(noServer, noSender, neither)) {
            assertThat(letters.areSent()).isFalse();
            MailDelivery delivery = new MailDelivery(new MongoOutbox(mongo.database()), letters, new Team(),
                    PROPERTIES, clock);
            delivery.start();
            assertThat(delivery.isRunning()).isFalse();
        }
        assertThat(output).contains("not sent by e-mail, since spring.mail.host is not set",
                "not sent by e-mail, since guidepost.notifications.mail.from is not set");
        assertThat(output.getAll().split("not sent by e-mail", -1)).hasSize(3);
        assertThat(new MailHealth(neither, delivery(25)).health().getDetails()).containsEntry("mail", "off");
    }

    @Test
    void settings_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> new Letters(sender(25), properties("no address"))).isInstanceOf(
                IllegalArgumentException.class).hasMessageContaining("guidepost.notifications.mail.from");
        assertThatThrownBy(() -> new NotificationProperties.Mail("", "cms.example.org", 5, Duration.ofMinutes(1),
                Duration.ofDays(1), Duration.ofSeconds(1))).hasMessageContaining("base-url");
        assertThatThrownBy(() -> new NotificationProperties.Mail("", "", 0, Duration.ofMinutes(1),
                Duration.ofDays(1), Duration.ofSeconds(1))).hasMessageContaining("attempts");
        assertThatThrownBy(() -> new NotificationProperties(Duration.ZERO, Duration.ofDays(1), PROPERTIES.mail()))
                .hasMessageContaining("poll");
    }
}
