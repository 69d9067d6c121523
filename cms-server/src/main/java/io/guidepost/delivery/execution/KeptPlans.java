package io.guidepost.delivery.execution;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Supplier;

/** Plans in memory, within a bound over all of them. */
final class KeptPlans {

    private final Cache<Key, Plan> plans;

    /**
     * No plans yet.
     *
     * @param most in fields of plans, and in conditions that tell them apart
     */
    KeptPlans(long most) {
        this.plans = Caffeine.newBuilder().maximumWeight(most)
                .weigher((Key key, Plan plan) -> 1 + key.conditions().values().size() + plan.size()).build();
    }

    /**
     * What a plan is kept under.
     *
     * @param operation told apart by identity
     */
    private record Key(Operation operation, Conditions conditions) {}

    /**
     * The plan of an operation for one way in which its conditions come out.
     *
     * @param make makes it where it is not known; where that throws, nothing is kept
     */
    Plan of(Operation operation, Conditions conditions, Supplier<Plan> make) {
        return plans.get(new Key(operation, conditions), unknown -> make.get());
    }

    /** How much of the bound is taken. */
    long weight() {
        plans.cleanUp();
        return plans.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }
}
