package io.guidepost;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Has all that the start has left behind collected once, before the server says that it is ready. With 10,000 guides that is nearly half of a
 * small heap; it would be collected within the first minute under load otherwise, and all readers would wait for it.
 */
@Component
class StartGarbage {

    @Order(Ordered.HIGHEST_PRECEDENCE)
    @EventListener(ApplicationReadyEvent.class)
    void collect() {
        System.gc();
    }
}
