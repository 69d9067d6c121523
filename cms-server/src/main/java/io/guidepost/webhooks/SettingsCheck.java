package io.guidepost.webhooks;

import io.guidepost.content.ContentModel;
import io.guidepost.quiz.Quizzes;
import io.guidepost.webhooks.Subscription.Settings;
import org.springframework.stereotype.Component;

/** Refuses settings that no message would ever come of. */
@Component
class SettingsCheck {

    private final Sender sender;
    private final ContentModel model;
    private final Quizzes quizzes;

    SettingsCheck(Sender sender, ContentModel model, Quizzes quizzes) {
        this.sender = sender;
        this.model = model;
        this.quizzes = quizzes;
    }

    /**
     * Checks what the form of the settings does not tell.
     *
     * @throws InvalidWebhookException if the address is not to be reached, or there is no such document type or role of the quiz
     */
    void require(Settings settings) {
        sender.refusal(settings.url()).ifPresent(why -> {
            throw new InvalidWebhookException("/url", "refused-address", why);
        });
        for (String type : settings.interest().types()) {
            if (model.find(type).isEmpty()) {
                throw new InvalidWebhookException("/types", "unknown-type", "There is no such document type.");
            }
        }
        for (String role : settings.interest().roles()) {
            if (quizzes.latest().flatMap(quiz -> quiz.role(role)).isEmpty()) {
                throw new InvalidWebhookException("/roles", "unknown-role", "The quiz has no role of that key.");
            }
        }
    }
}
