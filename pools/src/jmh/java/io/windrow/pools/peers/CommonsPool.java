package io.windrow.pools.peers;

import java.util.NoSuchElementException;
import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;

/** Apache Commons Pool, filled before it is used, without validation, eviction and management bean. */
final class CommonsPool extends Peer<PlainItem> {

    private final GenericObjectPool<PlainItem> pool;

    CommonsPool() {
        GenericObjectPoolConfig<PlainItem> config = new GenericObjectPoolConfig<>();
        config.setMaxTotal(CAPACITY);
        config.setMaxIdle(CAPACITY);
        config.setMinIdle(CAPACITY);
        config.setBlockWhenExhausted(false);
        config.setJmxEnabled(false);
        pool = new GenericObjectPool<>(new Factory(), config);
        try {
            pool.preparePool();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    PlainItem acquire() {
        try {
            return pool.borrowObject();
        } catch (NoSuchElementException e) {
            return null;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    void release(PlainItem object) {
        pool.returnObject(object);
    }

    @Override
    long made() {
        return pool.getCreatedCount();
    }

    @Override
    void close() {
        pool.close();
    }

    private static final class Factory extends BasePooledObjectFactory<PlainItem> {

        @Override
        public PlainItem create() {
            return new PlainItem();
        }

        @Override
        public PooledObject<PlainItem> wrap(PlainItem object) {
            return new DefaultPooledObject<>(object);
        }
    }
}
