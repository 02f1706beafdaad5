package io.windrow.pipeline;

import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.Sequence;

/**
 * A user's handler: its beginning and its end are noted, and it sees no events that are to be left. What it throws ends here: Disruptor
 * takes some exceptions for its own, and of a batch whose start fails it leaves out the first event.
 */
final class NotedHandler implements EventHandler<MarketEvent> {

    private final EventHandler<MarketEvent> handler;
    private final Attendance attendance;
    private final Life life;
    private final Faults faults;
    private final Conflation conflation;
    private final Leftover leftover = new Leftover();
    private Sequence done;

    NotedHandler(EventHandler<MarketEvent> handler, Attendance attendance, Life life, Faults faults, Conflation conflation) {
        this.handler = handler;
        this.attendance = attendance;
        this.life = life;
        this.faults = faults;
        this.conflation = conflation;
    }

    Leftover leftover() {
        return leftover;
    }

    @Override
    public void onEvent(MarketEvent event, long sequence, boolean endOfBatch) {
        if (life.isDiscarding()) {
            leftover.note(sequence);
        } else {
            tell(event, sequence, endOfBatch);
        }
        if (endOfBatch && conflation != null) {
            done.set(sequence);
            conflation.roomMade();
        }
    }

    private void tell(MarketEvent event, long sequence, boolean endOfBatch) {
        try {
            handler.onEvent(event, sequence, endOfBatch);
        } catch (Throwable e) {
            fault("onEvent", event, e);
        }
    }

    @Override
    public void onBatchStart(long batchSize, long queueDepth) {
        try {
            handler.onBatchStart(batchSize, queueDepth);
        } catch (Throwable e) {
            fault("onBatchStart", null, e);
        }
    }

    @Override
    public void onTimeout(long sequence) {
        try {
            handler.onTimeout(sequence);
        } catch (Throwable e) {
            fault("onTimeout", null, e);
        }
    }

    @Override
    public void setSequenceCallback(Sequence sequence) {
        done = sequence;
        handler.setSequenceCallback(sequence);
    }

    @Override
    public void onStart() {
        try {
            handler.onStart();
        } catch (Throwable e) {
            fault("onStart", null, e);
        } finally {
            attendance.begin();
        }
    }

    @Override
    public void onShutdown() {
        try {
            handler.onShutdown();
        } catch (Throwable e) {
            fault("onShutdown", null, e);
        } finally {
            attendance.end();
        }
    }

    private void fault(String call, MarketEvent event, Throwable thrown) {
        faults.add("handler (" + Faults.name(handler) + ") in " + call, event, thrown);
    }
}
