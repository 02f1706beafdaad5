package io.windrow.buffers;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What candles ought to be under every policy: keeps all trades of every candle of every frame and works each value out anew, in
 * decimals. Frames know nothing of each other but the time, where the builder makes coarse candles of finer ones.
 */
final class NaiveCandles {

    private static final long MOST_FLAT = 1_000_000;

    private final List<Frame> frames = new ArrayList<>();
    private final CandlePolicy policy;
    private final List<String> events = new ArrayList<>();
    private final Set<Long> seenIds = new HashSet<>();
    private long highestId = Long.MIN_VALUE;
    private long newest = Long.MIN_VALUE;

    NaiveCandles(CandlePolicy policy, CandleSpec... specs) {
        this.policy = policy;
        for (CandleSpec spec : specs) {
            long revisable = policy.allowedLatenessNanos() / spec.timeframe().stepNanos() + 2;
            frames.add(new Frame(spec, Math.min(spec.capacity(), revisable)));
        }
    }

    /** One frame's candles by open time; at most the last is not closed. */
    static final class Frame {
        final CandleSpec spec;
        final TreeMap<Long, Cell> cells = new TreeMap<>();
        private final long revisable;
        private Cell newestClosed;
        private boolean leftOut;

        Frame(CandleSpec spec, long revisable) {
            this.spec = spec;
            this.revisable = revisable;
        }

        private long end(Cell cell) {
            return spec.timeframe().closeTimeNanos(cell.open);
        }

        Cell unclosed() {
            Map.Entry<Long, Cell> last = cells.lastEntry();
            return last == null || last.getValue().closed ? null : last.getValue();
        }

        private Cell cellOf(long time) {
            return cells.get(spec.timeframe().openTimeNanos(time));
        }

        private Cell put(Trade trade) {
            Cell cell = cells.computeIfAbsent(spec.timeframe().openTimeNanos(trade.time), Cell::new);
            cell.trades.add(trade);
            leftOut = false;
            return cell;
        }

        /** End of what closes next; MAX_VALUE if there is nothing. */
        private long nextEnd() {
            Cell open = unclosed();
            if (open != null) {
                return end(open);
            }
            boolean flat = spec.gaps() == GapPolicy.FLAT && newestClosed != null && !leftOut;
            return flat ? spec.timeframe().closeTimeNanos(end(newestClosed)) : Long.MAX_VALUE;
        }

        private Cell closeNext() {
            Cell cell = unclosed();
            if (cell == null) {
                cell = new Cell(end(newestClosed));
                cells.put(cell.open, cell);
            }
            cell.closed = true;
            newestClosed = cell;
            return cell;
        }

        private boolean isGapTooLong(long now) {
            return unclosed() == null && (now - end(newestClosed)) / spec.timeframe().stepNanos() > MOST_FLAT;
        }

        /** Latest price, which flat candles take over. */
        BigDecimal close(Cell cell) {
            Cell from = cell;
            while (from.trades.isEmpty()) {
                from = cells.lowerEntry(from.open).getValue();
            }
            return from.sorted().get(from.trades.size() - 1).price;
        }
    }

    /** One candle. */
    static final class Cell {
        final long open;
        final List<Trade> trades = new ArrayList<>();
        boolean closed;

        Cell(long open) {
            this.open = open;
        }

        List<Trade> sorted() {
            return trades.stream().sorted(Comparator.comparingLong(Trade::time)).toList();
        }
    }

    record Trade(long time, BigDecimal price, BigDecimal quantity, boolean buy) {
    }

    List<Frame> frames() {
        return frames;
    }

    /** What listeners ought to have been told since the last call. */
    List<String> takeEvents() {
        List<String> taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    IngestResult trade(long time, BigDecimal price, BigDecimal quantity, long id, boolean buy) {
        boolean counted = policy.rememberedIds() > 0 && id != 0;
        if (counted && !seenIds.isEmpty() && id <= highestId) {
            if (highestId - id >= policy.rememberedIds()) {
                return IngestResult.STALE_ID;
            }
            if (seenIds.contains(id)) {
                return IngestResult.DUPLICATE;
            }
        }
        Trade trade = new Trade(time, price, quantity, buy);
        IngestResult result = isLate(time) ? late(trade) : inTime(trade);
        if (counted && (result == IngestResult.ACCEPTED || result == IngestResult.LATE_MERGED)) {
            seenIds.add(id);
            highestId = Math.max(highestId, id);
        }
        return result;
    }

    void clock(long now) {
        newest = Math.max(newest, now);
        while (true) {
            Frame next = frames.get(0);
            for (Frame frame : frames) {
                next = frame.nextEnd() < next.nextEnd() ? frame : next;
            }
            if (next.nextEnd() > now || next.nextEnd() == Long.MAX_VALUE) {
                return;
            }
            if (next.isGapTooLong(now)) {
                next.leftOut = true;
            } else {
                events.add("closed " + next.spec + " " + next.closeNext().open);
            }
        }
    }

    private IngestResult inTime(Trade trade) {
        clock(trade.time);
        frames.forEach(frame -> frame.put(trade));
        return IngestResult.ACCEPTED;
    }

    private boolean isLate(long time) {
        Cell forming = frames.get(0).unclosed();
        return forming != null && time < forming.open
            || frames.stream().anyMatch(frame -> frame.newestClosed != null && time < frame.end(frame.newestClosed));
    }

    private IngestResult late(Trade trade) {
        if (policy.late() == LatePolicy.REJECT) {
            return IngestResult.LATE_REJECTED;
        }
        boolean merged = policy.late() == LatePolicy.MERGE && newest - trade.time <= policy.allowedLatenessNanos()
            && hasRoomFor(trade.time);
        if (!merged) {
            return IngestResult.LATE_DROPPED;
        }
        frames.forEach(frame -> putLate(frame, trade));
        return IngestResult.LATE_MERGED;
    }

    /** From the finest frame on there must be a candle; what is beyond the first that is forming, or could form, follows by itself. */
    private boolean hasRoomFor(long time) {
        for (Frame frame : frames) {
            Cell cell = frame.cellOf(time);
            if (cell == null) {
                return frame.spec.timeframe().closeTimeNanos(time) > newest;
            }
            if (!cell.closed) {
                return true;
            }
            if (frame.cells.tailMap(cell.open, false).values().stream().filter(c -> c.closed).count() >= frame.revisable) {
                return false;
            }
        }
        return true;
    }

    private void putLate(Frame frame, Trade trade) {
        Cell cell = frame.cellOf(trade.time);
        if (cell == null || !cell.closed) {
            frame.put(trade);
            return;
        }
        BigDecimal before = frame.close(cell);
        frame.put(trade);
        events.add("revised " + frame.spec + " " + cell.open);
        for (Cell behind : frame.cells.tailMap(cell.open, false).values()) {
            if (!behind.trades.isEmpty() || frame.close(cell).equals(before)) {
                return;
            }
            events.add("revised " + frame.spec + " " + behind.open);
        }
    }
}
