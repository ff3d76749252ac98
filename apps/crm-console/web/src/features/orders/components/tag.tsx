import styles from './order-page.module.css';

export function Tag({ text }: { text: string }) {
  return <span className={styles['tag']} title={text}>{text}</span>;
}
