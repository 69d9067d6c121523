package io.guidepost.upkeep;

import io.guidepost.security.Actor;
import java.util.UUID;

/** What people do with tasks, for tests of what opens them. */
public final class ByHand {

    private final Tasks tasks;
    private final Actor actor;

    public ByHand(Tasks tasks, Actor actor) {
        this.tasks = tasks;
        this.actor = actor;
    }

    public void done(UUID task) {
        var _ = tasks.done(actor, task, "");
    }

    public void dismissed(UUID task) {
        var _ = tasks.dismiss(actor, task, "It reads well.");
    }

    /** The word of the state that a task is in. */
    public String state(UUID task) {
        return tasks.find(task).state().word();
    }
}
