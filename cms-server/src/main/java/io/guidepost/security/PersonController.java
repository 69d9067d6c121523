package io.guidepost.security;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.guidepost.security.PersonViews.Me;
import io.guidepost.security.PersonViews.NewPerson;
import io.guidepost.security.PersonViews.PasswordChange;
import io.guidepost.security.PersonViews.PersonChange;
import io.guidepost.security.PersonViews.PersonView;
import io.guidepost.security.TokenViews.NewToken;
import io.guidepost.security.TokenViews.TokenRequest;
import io.guidepost.security.TokenViews.TokenView;
import io.guidepost.web.Command;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** People, for administrators; and who one is oneself. */
@RestController
@Tag(name = "People", description = "Who may do what")
@RequestMapping("/api")
class PersonController {

    private final Administration administration;
    private final People people;
    private final Issuing issuing;
    private final Tokens tokens;

    PersonController(Administration administration, People people, Issuing issuing, Tokens tokens) {
        this.administration = administration;
        this.people = people;
        this.issuing = issuing;
        this.tokens = tokens;
    }

    @GetMapping("/me")
    Me me(Actor actor) {
        return Me.of(actor, people.find(actor.id()).map(Person::email).orElse(null));
    }

    @GetMapping("/people")
    List<PersonView> list(Actor actor) {
        actor.require(Permission.ADMINISTER);
        return people.all().stream().map(PersonView::of).toList();
    }

    @Command("people.add")
    @PostMapping("/people")
    ResponseEntity<PersonView> add(Actor actor, @Valid @RequestBody NewPerson person) {
        actor.require(Permission.ADMINISTER);
        Person added = administration.add(person.login(), person.name(), person.email(), person.roles(),
                person.password());
        return ResponseEntity.created(URI.create("/api/people/" + added.id())).body(PersonView.of(added));
    }

    @GetMapping("/people/{id}")
    PersonView get(Actor actor, @PathVariable String id) {
        actor.require(Permission.ADMINISTER);
        return PersonView.of(administration.find(id));
    }

    @Command("people.change")
    @PatchMapping("/people/{id}")
    PersonView change(Actor actor, @PathVariable String id, @Valid @RequestBody PersonChange change) {
        actor.require(Permission.ADMINISTER);
        return PersonView
                .of(administration.change(id, change.name(), change.email(), change.roles(), change.disabled()));
    }

    @Command("people.set-password")
    @PutMapping("/people/{id}/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setPassword(Actor actor, @PathVariable String id, @Valid @RequestBody PasswordChange change) {
        administration.setPassword(actor, id, change.password(), change.current());
    }

    @GetMapping("/people/{id}/tokens")
    List<TokenView> tokens(Actor actor, @PathVariable String id) {
        actor.require(Permission.ADMINISTER);
        return tokens.of(administration.find(id).id()).stream().map(TokenView::of).toList();
    }

    @Command("people.issue-token")
    @PostMapping("/people/{id}/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    NewToken issue(Actor actor, @PathVariable String id, @Valid @RequestBody TokenRequest request) {
        actor.require(Permission.ADMINISTER);
        Person owner = administration.find(id);
        return NewToken.of(issuing.issue(owner, request.name(), request.scopes(), request.life()));
    }
}
