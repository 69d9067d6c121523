package io.guidepost.upkeep;

import io.guidepost.security.SettableClock;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What a node needs to open review tasks, by a clock that tests set. No stereotype: never scanned. */
@ComponentScan(basePackages = {"io.guidepost.outbound",
    "io.guidepost.upkeep"}, excludeFilters = @Filter({RestController.class, RestControllerAdvice.class}))
public class UpkeepServices {

    /** Hears of what is opened. */
    public static final class Told {

        private final List<ReviewTask> tasks = new ArrayList<>();

        @EventListener
        void on(ReviewTaskOpened event) {
            tasks.add(event.task());
        }

        /** All so far, in order. */
        public List<ReviewTask> tasks() {
            return tasks;
        }
    }

    @Bean
    @Primary
    Clock settableClock() {
        return new SettableClock();
    }

    @Bean
    Told told() {
        return new Told();
    }
}
