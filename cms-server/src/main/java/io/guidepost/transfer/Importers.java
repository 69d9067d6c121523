package io.guidepost.transfer;

import io.guidepost.security.Actor;
import io.guidepost.security.Permission;
import io.guidepost.security.PersonId;

/**
 * In whose name an import is made.
 *
 * @param author who writes what it brings
 * @param editor who approves and releases it, if it is to be published; as a rule not the author
 */
public record Importers(Actor author, Actor editor) {

    private static final PersonId FILES = new PersonId("system.import");

    /**
     * One person who asks for an import. Files that are published at once have nobody else to review them: they count as written
     * by no person, and whoever asks for it approves them. Only administrators may, who could let in an author and an editor, too.
     *
     * @param actor who; needs {@link Permission#WRITE}, and to publish also {@link Permission#REVIEW},
     *        {@link Permission#RELEASE} and {@link Permission#ADMINISTER}
     * @param options what is asked for
     */
    static Importers of(Actor actor, ImportOptions options) {
        actor.require(Permission.WRITE);
        if (!options.publish()) {
            return new Importers(actor, actor);
        }
        actor.require(Permission.REVIEW);
        actor.require(Permission.RELEASE);
        actor.require(Permission.ADMINISTER);
        return new Importers(new Actor(FILES, "import", actor.roles(), actor.permissions()), actor);
    }
}
