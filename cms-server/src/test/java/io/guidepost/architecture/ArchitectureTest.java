package io.guidepost.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.guidepost");
    private static final ArchRule NO_FRAMEWORK_IN_CONTENT = classes().that().resideInAPackage("..content..").should()
            .onlyDependOnClassesThat().resideInAnyPackage("io.guidepost.content..", "java.lang..", "java.util..",
                    "java.math", "java.net", "java.nio.charset", "java.security", "java.time..", "graphql..",
                    "org.commonmark..", "org.jsoup..",
                    "org.jspecify..",
                    "tools.jackson..", "io.guidepost.architecture.broken.content..");
    private static final ArchRule CLIENTS_STAY_HOME = noClasses().that()
            .resideInAnyPackage("..editorial..", "..release..", "..quiz..", "..related..", "..security..",
                    "..delivery..", "..seeding..", "..transfer..", "..web..", "..audit..", "..notifications..",
                    "..webhooks..", "..index..", "..search..")
            .and().haveSimpleNameNotStartingWith("Mongo").and().haveSimpleNameNotStartingWith("Elasticsearch")
            .should().dependOnClassesThat().resideInAnyPackage("com.mongodb..", "org.bson..", "co.elastic..");

    private static final ArchRule THE_AUDIT_LOG_ONLY_GROWS = noClasses().that().resideInAPackage("..audit..").should()
            .callMethodWhere(JavaCall.Predicates.target(owner(assignableTo(MongoCollection.class)))
                    .and(JavaCall.Predicates
                            .target(nameMatching("(update|replace|delete|drop|rename|bulk|findOneAnd).*"))));

    private static final ArchRule ONLY_PREVIEWS_SHOW_DRAFTS = noClasses().that().resideInAPackage("..delivery..").and()
            .resideOutsideOfPackage("..delivery.preview..").should().dependOnClassesThat()
            .resideInAnyPackage("io.guidepost..editorial..", "io.guidepost..release.plan..",
                    "io.guidepost..security..", "io.guidepost..delivery.preview..");

    @Test
    void packages_use_each_other_only_as_the_table_says() {
        PackageRules.below("io.guidepost").check(MAIN);
    }

    @Test
    void a_package_that_breaks_the_table_is_found() {
        JavaClasses broken = new ClassFileImporter().importPackages("io.guidepost.architecture.broken");

        assertThatThrownBy(() -> PackageRules.below("io.guidepost.architecture.broken").check(broken))
                .isInstanceOf(AssertionError.class).hasMessageContaining("Storage");
    }

    @Test
    void every_package_is_in_the_table() {
        Set<String> packages = MAIN.stream().map(type -> type.getPackageName()).filter(name -> name.length() > 12)
                .map(name -> name.substring("io.guidepost.".length()).split("\\.")[0]).collect(Collectors.toSet());

        assertThat(PackageRules.MAY_USE.keySet()).containsAll(packages);
    }

    @Test
    void the_content_package_knows_no_framework_and_no_database() {
        NO_FRAMEWORK_IN_CONTENT.check(MAIN);
    }

    @Test
    void a_content_package_that_knows_more_is_found() {
        JavaClasses broken = new ClassFileImporter().importPackages("io.guidepost.architecture.broken");

        assertThatThrownBy(() -> NO_FRAMEWORK_IN_CONTENT.check(broken)).isInstanceOf(AssertionError.class);
    }

    @Test
    void client_types_stay_in_the_classes_named_after_their_technology() {
        CLIENTS_STAY_HOME.check(MAIN);
    }

    @Test
    void the_audit_log_is_never_changed_and_never_cut() {
        THE_AUDIT_LOG_ONLY_GROWS.check(MAIN);
    }

    @Test
    void an_audit_log_that_is_cut_is_found() {
        JavaClasses broken = new ClassFileImporter().importPackages("io.guidepost.architecture.broken");

        assertThatThrownBy(() -> THE_AUDIT_LOG_ONLY_GROWS.check(broken)).isInstanceOf(AssertionError.class);
    }

    @Test
    void in_delivery_nothing_but_previews_looks_at_working_copies() {
        ONLY_PREVIEWS_SHOW_DRAFTS.check(MAIN);
    }

    @Test
    void delivery_that_looks_at_working_copies_is_found() {
        JavaClasses broken = new ClassFileImporter().importPackages("io.guidepost.architecture.broken");

        assertThatThrownBy(() -> ONLY_PREVIEWS_SHOW_DRAFTS.check(broken)).isInstanceOf(AssertionError.class);
    }
}
