package io.throughline.core.scorecard;

import io.throughline.core.delivery.DeliveryBlock;
import io.throughline.core.delivery.PlanDelivery;
import java.time.LocalDate;
import java.util.NoSuchElementException;

/** The blocks of every node of one plan, at one version of strategy and work, on one day. Immutable. */
public final class PlanScore {
    private final String plan;
    private final LocalDate today;
    private final PlanDelivery delivery;

    PlanScore(String plan, LocalDate today, PlanDelivery delivery) {
        this.plan = plan;
        this.today = today;
        this.delivery = delivery;
    }

    /** The key of the plan that was scored. */
    public String plan() {
        return plan;
    }

    /** The day it was scored for. */
    public LocalDate today() {
        return today;
    }

    /**
     * How far the work of a node is, in this plan's measure.
     *
     * @param key of the plan, one of its themes or objectives, or an objective elsewhere that contributes to it
     * @throws NoSuchElementException for any other key
     */
    public DeliveryBlock delivery(String key) {
        return delivery.block(key).orElseThrow(() -> new NoSuchElementException(key + " is not in " + plan));
    }

    /**
     * How far the work of a link is, in this plan's measure.
     *
     * @throws NoSuchElementException for a link of no objective of this plan
     */
    public DeliveryBlock delivery(long linkId) {
        return delivery.link(linkId)
                .orElseThrow(() -> new NoSuchElementException("link " + linkId + " is not in " + plan));
    }

    /** Delivery with its derivation. */
    public PlanDelivery deliveries() {
        return delivery;
    }
}
