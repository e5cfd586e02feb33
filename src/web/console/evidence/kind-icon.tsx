import {
  AudioOutlined,
  FileOutlined,
  FilePdfOutlined,
  FileTextOutlined,
  PictureOutlined,
} from '@ant-design/icons';
import { type EvidenceKind, kindOf } from '../../../core/conversation/evidence-kinds.ts';

const ICONS: Record<EvidenceKind, typeof FileOutlined> = {
  picture: PictureOutlined,
  sound: AudioOutlined,
  pdf: FilePdfOutlined,
  text: FileTextOutlined,
  other: FileOutlined,
};

export function KindIcon({ mime }: { mime: string }) {
  const Icon = ICONS[kindOf(mime)];
  return <Icon aria-hidden />;
}
